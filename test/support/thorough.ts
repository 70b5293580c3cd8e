/** Whether what is tried many times over is tried as often as once in a while it should be (`npm run test:all`); else as often as each change bears. */
export const isThorough = process.env['LIAISON_TEST_THOROUGH'] === '1';
