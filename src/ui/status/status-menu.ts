import { Menu } from 'obsidian';
import { findStatus, pickOrder, type Workflow } from '../../core/status/workflow';
import type { PlanDoors } from '../plan-doors';

export interface StatusMenuOf {
  readonly path: string;
  readonly workflow: Workflow;
  /** The status as written; null when there is none. */
  readonly current: string | null;
}

/** Below what the menu opens, in CSS pixels of its window. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
  readonly doc: Document;
}

/** A menu of the statuses the plan can have, what comes next first. Escape closes it and changes nothing. */
export function showStatusMenu(place: MenuPlace, { path, workflow, current }: StatusMenuOf, doors: PlanDoors): void {
  const menu = new Menu();
  const from = current === null ? null : findStatus(workflow, current);
  for (const status of pickOrder(workflow, current)) {
    menu.addItem((item) => item.setTitle(status.name).setChecked(status === from).onClick(() => { doors.moveTo(path, status.id); }));
  }
  menu.addSeparator();
  menu.addItem((item) => item.setTitle('Set plan status…').setIcon('milestone').onClick(() => { doors.pick(path); }));
  menu.showAtPosition({ x: place.x, y: place.y }, place.doc);
}

/** The place below an element. */
export function placeBelow(el: HTMLElement): MenuPlace {
  const { left, bottom } = el.getBoundingClientRect();
  return { x: left, y: bottom, doc: el.doc };
}
