import type { CalendarYear } from '../calendar.ts';
import y2019 from './2019.json' with { type: 'json' };
import y2020 from './2020.json' with { type: 'json' };
import y2021 from './2021.json' with { type: 'json' };
import y2022 from './2022.json' with { type: 'json' };
import y2023 from './2023.json' with { type: 'json' };
import y2024 from './2024.json' with { type: 'json' };
import y2025 from './2025.json' with { type: 'json' };
import y2026 from './2026.json' with { type: 'json' };

/** The calendars the tool brings, each with the notices it was read from. */
export const builtInYears: readonly CalendarYear[] = [
  y2019,
  y2020,
  y2021,
  y2022,
  y2023,
  y2024,
  y2025,
  y2026,
].map(({ year, papers, days }) => ({
  year,
  source: papers.join(' '),
  days: days.map(({ date, name, isOffDay }) => ({ day: date, name, kind: isOffDay ? 'off' : 'work' })),
}));
