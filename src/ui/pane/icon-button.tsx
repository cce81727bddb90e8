import { setIcon } from 'obsidian';
import type { ComponentChild } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface IconButtonProps {
  /** Name of one of Obsidian's icons. */
  readonly icon: string;
  readonly label: string;
  /** For a button that switches something on and off. */
  readonly isPressed?: boolean;
  readonly onClick: (event: MouseEvent) => void;
}

/** A button with one of Obsidian's icons, named for those who don't see it. */
export function IconButton({ icon, label, isPressed, onClick }: IconButtonProps): ComponentChild {
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (ref.current) setIcon(ref.current, icon);
  }, [icon]);
  return <button ref={ref} type="button" class="clickable-icon" aria-label={label} aria-pressed={isPressed} onClick={onClick} />;
}
