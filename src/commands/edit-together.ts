import type { EditOutcome, NoteAccess } from '../vault/note-access';

type Undo = () => Promise<EditOutcome>;

interface Together<T> {
  readonly result: T;
  readonly undo?: Undo;
}

/** Notes that know of changes in several notes that belong together. */
interface GroupingNotes extends NoteAccess {
  group<T>(label: string, run: (notes: NoteAccess) => Promise<T>): Promise<Together<T>>;
}

/** What `run` edits through the access it is given is one change, in however many notes; one undo takes back all of it, the last first. */
export async function editTogether<T>(notes: NoteAccess, label: string, run: (notes: NoteAccess) => Promise<T>): Promise<Together<T>> {
  if (canGroup(notes)) return notes.group(label, run);
  const undos: Undo[] = [];
  const result = await run({
    read: (path) => notes.read(path),
    create: (path, text) => notes.create(path, text),
    edit: async (path, edit) => {
      const outcome = await notes.edit(path, edit, label);
      if (outcome.ok && outcome.undo) undos.push(outcome.undo);
      return outcome;
    },
  });
  const undo = async (): Promise<EditOutcome> => {
    for (const each of undos.splice(0).reverse()) {
      const undone = await each();
      if (!undone.ok) return undone;
    }
    return { ok: true, isChanged: true };
  };
  return undos.length > 0 ? { result, undo } : { result };
}

function canGroup(notes: NoteAccess): notes is GroupingNotes {
  return 'group' in notes;
}
