// Owns: the question before the first change of somebody's vault. It is asked once; the answer holds until the page is loaded again.
import { currentApp } from '../base/current-app';
import { ConfirmationModal } from '../ui/confirmation-modal';
import type { WritePermission } from './http-adapter';

export class AskBeforeWriting implements WritePermission {
  private answer: Promise<boolean> | null = null;

  ask(): Promise<boolean> {
    this.answer ??= new Promise((resolve) => {
      const modal = new ConfirmationModal(currentApp());
      modal
        .setTitle('Write to this vault?')
        .setContent('This folder is an Obsidian vault. Changes are written to it. Allow?')
        .setCloseCallback(() => resolve(false));
      modal.addButton((button) => button.setButtonText('Allow').setCta().onClick(() => resolve(true)));
      // The focus comes from the middle of typing: a stray key must not allow anything.
      modal.addButton((button) => button.setButtonText("Don't allow").setCancel().setInitialFocus());
      modal.open();
    });
    return this.answer;
  }
}
