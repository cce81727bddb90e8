import { type App, Modal, Setting } from 'obsidian';

export type Resolution = 'keep both' | 'open';

/** Asks what to do when a note of that name is there already; null when nothing is to be done. */
export function resolveCollision(app: App, taken: string, otherName: string): Promise<Resolution | null> {
  return new Promise((resolve) => {
    let answer: Resolution | null = null;
    const modal = new Modal(app).setTitle('There is a note of that name').setCloseCallback(() => { resolve(answer); });
    const answerWith = (resolution: Resolution | null) => () => {
      answer = resolution;
      modal.close();
    };
    modal.modalEl.addClass('plan-rollup-collision');
    modal.contentEl.createEl('p', { text: `“${taken}” is in the vault already. It is left as it is.` });
    new Setting(modal.contentEl)
      .setClass('plan-rollup-form-buttons')
      .addButton((button) => button.setButtonText('Cancel').onClick(answerWith(null)))
      .addButton((button) => button.setButtonText('Open the existing note').onClick(answerWith('open')))
      .addButton((button) => {
        button.setButtonText(`Keep both: “${otherName}”`).setCta().onClick(answerWith('keep both'));
        // Made before it is shown: the focus goes to what loses nothing.
        window.setTimeout(() => { button.buttonEl.focus(); });
      });
    modal.open();
  });
}
