/**
 * What stands above the stores' pictures. No apostrophes and middle dots: fonts for Chinese draw
 * them wide.
 */
import type { Tile } from './compose-scene.ts';
import type { StoreLocale } from './sample-pages.ts';

export type SceneName = '1-verdict' | '2-card' | '3-chips' | '4-portfolio' | '5-facts';

interface Words {
  readonly headline: string;
  readonly line: string;
  readonly address: string;
}

export const SCENES: Readonly<Record<StoreLocale, Readonly<Record<SceneName, Words>>>> = {
  en: {
    '1-verdict': {
      headline: 'Can this domain get an ICP filing?',
      line: 'Click the icon: the verdict, what is still to be confirmed, and what to do next.',
      address: 'shop.example.com.cn',
    },
    '2-card': {
      headline: 'What the message on a console means',
      line: 'An explanation in your language beside the message, with steps and a source.',
      address: 'Filing form of an access provider',
    },
    '3-chips': {
      headline: 'See it before you buy the domain',
      line: 'In the search results of a registrar, each domain says whether its suffix is approved.',
      address: 'Search of a registrar',
    },
    '4-portfolio': {
      headline: 'Two thousand domains, one plan',
      line: 'Paste a list; get verdicts, and the filings and orders that it takes in your province.',
      address: 'ICP Filing Guide: Portfolio',
    },
    '5-facts': {
      headline: 'Every statement has its source',
      line: 'All rules and sources, with dates; where sources disagree, both are named. Nothing is sent anywhere.',
      address: 'ICP Filing Guide: Rules and sources',
    },
  },
  zh_CN: {
    '1-verdict': {
      headline: '这个域名能备案吗？',
      line: '点击图标：能否备案、还需确认什么、下一步做什么，一目了然。',
      address: 'shop.example.com.cn',
    },
    '2-card': {
      headline: '控制台的提示是什么意思',
      line: '在提示旁直接解释，给出处理步骤和出处。',
      address: '接入商的备案表单',
    },
    '3-chips': {
      headline: '购买之前先看后缀',
      line: '在注册商的查询结果中，每个域名旁标明其后缀是否已批复。',
      address: '注册商的域名查询',
    },
    '4-portfolio': {
      headline: '两千个域名，一份计划',
      line: '粘贴域名清单，即可得到结论，以及在所在省份需要的备案与备案订单。',
      address: '备案指南 · 域名清单',
    },
    '5-facts': {
      headline: '每条结论都有出处',
      line: '列出全部规则与来源及其日期；来源不一致时同时列出。不向任何地方发送数据。',
      address: '备案指南 · 规则与依据',
    },
  },
};

export const TILES: Readonly<Record<StoreLocale, Tile>> = {
  en: {
    name: 'ICP Filing Guide',
    line: 'Can this domain be filed in mainland China?',
    chips: [
      ['yes', '.com.cn'],
      ['no', '.io'],
      ['ask', '.me'],
    ],
  },
  zh_CN: {
    name: '备案指南',
    line: '这个域名能不能备案，当场知道',
    chips: [
      ['yes', '.com.cn'],
      ['no', '.io'],
      ['ask', '.me'],
    ],
  },
};
