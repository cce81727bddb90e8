// The host against obsidian.d.ts: every value it exports, and every method and accessor of every class, is there,
// except what the README's table names as not offered.
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import * as host from './obsidian';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const source = ts.createSourceFile('obsidian.d.ts', read('../../node_modules/obsidian/obsidian.d.ts'), ts.ScriptTarget.Latest);
const readme = read('README.md');
const runtime = host as unknown as Readonly<Record<string, unknown>>;

function isExported(statement: ts.Statement): boolean {
  return ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

/** Names of the values the module exports. */
function exportedValues(): string[] {
  return source.statements.filter(isExported).flatMap((statement) => {
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText(source));
    if (ts.isClassDeclaration(statement) || ts.isFunctionDeclaration(statement) || ts.isEnumDeclaration(statement)) return statement.name ? [statement.name.text] : [];
    return [];
  });
}

function isAbstract(member: ts.ClassElement): boolean {
  return ts.canHaveModifiers(member) && (ts.getModifiers(member) ?? []).some(({ kind }) => kind === ts.SyntaxKind.AbstractKeyword);
}

function isStatic(member: ts.ClassElement): boolean {
  return ts.canHaveModifiers(member) && (ts.getModifiers(member) ?? []).some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
}

/** `Vault.process`, `Menu.forEvent`: the methods a plugin can call, abstract ones left out where a plugin must write them. */
function methods(): string[] {
  const classes = source.statements.filter(ts.isClassDeclaration).filter(isExported);
  return classes.flatMap((declaration) =>
    declaration.members
      .filter((member): member is ts.MethodDeclaration => ts.isMethodDeclaration(member) && !(isAbstract(member) && declaration.name?.text !== 'Editor'))
      .filter((member) => member.questionToken === undefined)
      .map((member) => `${declaration.name?.text ?? ''}${isStatic(member) ? '::' : '.'}${member.name.getText(source)}`),
  );
}

function isOffered(method: string): boolean {
  const [className = '', name = ''] = method.split(/::|\./);
  const found = runtime[className] as { prototype?: object } | undefined;
  const holder: object | undefined = method.includes('::') ? found : found?.prototype;
  return holder !== undefined && name in holder;
}

const isSaid = (name: string): boolean => readme.includes(`\`${name}\``);

test('every exported value is there, or said not to be', () => {
  expect(exportedValues().filter((name) => !(name in runtime) && !isSaid(name))).toEqual([]);
});

test('every method is there, or said not to be', () => {
  const missing = methods().filter((method) => !isOffered(method));
  const isSaidOfAll = (method: string): boolean => isSaid(method.split(/::|\./)[0] ?? '') || isSaid(method.replace('::', '.'));
  expect([...new Set(missing)].filter((method) => !isSaidOfAll(method))).toEqual([]);
});
