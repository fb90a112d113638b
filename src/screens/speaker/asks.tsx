import type { MessageKey } from '../../locale/index.ts';
import type { Ask } from '../../model/index.ts';
import { t } from '../strings.ts';
import { Card } from './card.tsx';
import { useDesk } from './desk.ts';
import { Html, InlineHtml } from './html.tsx';

/** The question, word for word, with what to listen for. */
export function Asks() {
  const { notes, live } = useDesk();
  const asks = notes.value?.asks ?? [];
  const late = live.state.value.pace.severity !== 'calm';
  if (!asks.length) return null;
  return (
    <Card id="asks" title={t('speaker.ask')} tone="accent">
      {asks.map((ask) => (
        <OneAsk key={ask.question} ask={ask} late={late} />
      ))}
    </Card>
  );
}

function OneAsk({ ask, late }: { ask: Ask; late: boolean }) {
  const drop = ask.optional && late;
  return (
    <article class={drop ? 'ask may-drop' : 'ask'}>
      <p class="ask-meta">
        {t(`common.method.${ask.method}` as MessageKey)} ·{' '}
        {t('common.seconds', { seconds: ask.seconds })}
        {ask.optional && <strong> · {t(drop ? 'speaker.dropNow' : 'speaker.optional')}</strong>}
      </p>
      <p class="question-words">
        <InlineHtml html={ask.question} />
      </p>
      <div class="ask-answers">
        <div>
          <h3>{t('speaker.listenFor')}</h3>
          <ul>
            {ask.answers.map((answer) => (
              <li key={answer}>
                <InlineHtml html={answer} />
              </li>
            ))}
          </ul>
        </div>
        {ask.wrong && (
          <div>
            <h3>{t('speaker.wrong')}</h3>
            <p class="wrong">
              <InlineHtml html={ask.wrong.says} />
            </p>
            <Html html={ask.wrong.reply} />
          </div>
        )}
      </div>
    </article>
  );
}
