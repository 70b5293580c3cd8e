import type { Context, Session } from '../../cli/context.ts';
import type { Documents } from '../../cli/result.ts';
import { localDay, localTime } from '../../domain/time.ts';
import { findHead } from '../../operations/report/report-setting.ts';
import { writeCsvRows } from '../../output/csv.ts';
import type { Report, Setting } from '../../output/report/report.ts';
import { reportRows, reportView } from '../../output/report/report.ts';
import type { View } from '../../output/view.ts';
import type { Texts } from '../../text/shape.ts';

/** What stands around a report that is made now. */
export async function makeSetting({ store, jurisdiction, now }: Session): Promise<Setting> {
  const { timeZone } = jurisdiction;
  return {
    countedAt: localTime(now, timeZone),
    head: (await findHead(store.db)).slice(0, 12),
    today: localDay(now, timeZone),
  };
}

/** A report as a screen shows it: long tables cut there, and nowhere else. */
export function viewReport(context: Context, report: Report, hasDefinitions: boolean): View {
  const isScreen = context.findFormat() === 'table';
  const cut = isScreen ? { cut: context.text.views.report.listCut } : {};
  return reportView(report, { ...cut, hasDefinitions });
}

/** A report as papers, in Chinese whatever the language of who makes them; all they take is loaded when one is asked for. */
export function reportDocuments(make: (text: Texts) => Report, { today }: Setting, own: Report): Documents {
  const load = async () => {
    const { zh } = await import('../../text/zh.ts');
    return { ...(await import('../../output/documents.ts')), report: make(zh) };
  };
  return {
    csv: () => writeCsvRows(reportRows(own)),
    html: async () => {
      const { report, writeReportPage } = await load();
      return writeReportPage(report);
    },
    docx: async () => {
      const { report, writeReportDocx } = await load();
      return writeReportDocx(report, today);
    },
    xlsx: async () => {
      const { report, writeReportWorkbook } = await load();
      return writeReportWorkbook(report, today);
    },
  };
}
