/** Over the column that says why a row was not imported, in files of such rows; it is the header of no column, and part of no shape. */
export const reasonHeader = '未导入原因 / not imported because';
