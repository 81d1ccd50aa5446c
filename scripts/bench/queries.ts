/** The fixed queries of the benchmark: Japanese, Chinese, Latin, two characters, one character, several words. */
export const QUERIES = [
  '排熱回収', '余热', '余热回收', '工业余热利用',
  '汚泥乾燥', '污泥干化', '脱水', '下水汚泥', '污水处理 回用',
  '脱硫', '烟气脱硫', '排煙脱硝 触媒', '除尘', '集じん', '布袋除尘',
  '水素製造', '氢', '氢能', '燃料電池', '储能电池',
  '太陽光', '光伏', 'バイオマス 発電', '沼气', 'ヒートポンプ 乾燥',
  'CO2', 'VOC', 'NOx', 'heat pump', 'LED', 'hydrogen', 'methanation', 'biomass boiler',
  '水泥 余热', '鉄鋼 排熱回収', '化工 废水 回用', '工業炉 省エネ', '空压机 节能 监测', 'セメント NOx 低減', '数据中心 冷却',
  '弁', '炉', '遠隔監視 診断', '設備 診断', '碳捕集', 'メタネーション', '纳米膜', '電動機 インバータ',
  '土壌汚染 浄化', '垃圾焚烧 二噁英', '重金属 吸附', '膜 海水淡化',
]
