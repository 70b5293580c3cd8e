// The parts of the library that draw charts, and no others; it is large, and comes in when a picture is asked for.
import { BarChart, CustomChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, CustomChart, ScatterChart, GridComponent, LegendComponent, MarkLineComponent, SVGRenderer]);

export { init };
