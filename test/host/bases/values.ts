// Owns: the value classes of Bases, for plugins that ask `instanceof`. The host has no Bases: nothing makes such values but tests.

export abstract class Value {
  static type = 'value';

  abstract toString(): string;
  abstract isTruthy(): boolean;

  static equals(a: Value | null, b: Value | null): boolean {
    return a === b || (a !== null && b !== null && a.equals(b));
  }

  static looseEquals(a: Value | null, b: Value | null): boolean {
    return a === b || (a !== null && b !== null && a.looseEquals(b));
  }

  equals(other: Value): boolean {
    return this.constructor === other.constructor && this.looseEquals(other);
  }

  looseEquals(other: Value): boolean {
    return this.toString() === other.toString();
  }

  renderTo(el: HTMLElement): void {
    el.setText(this.toString());
  }
}

export class NullValue extends Value {
  static readonly value = new NullValue();

  toString(): string {
    return '';
  }

  isTruthy(): boolean {
    return false;
  }
}

export abstract class NotNullValue extends Value {}

export abstract class PrimitiveValue<T> extends NotNullValue {
  constructor(protected readonly value: T) {
    super();
  }

  toString(): string {
    return String(this.value);
  }

  isTruthy(): boolean {
    return Boolean(this.value);
  }
}

export class BooleanValue extends PrimitiveValue<boolean> {}
export class NumberValue extends PrimitiveValue<number> {}
export class StringValue extends PrimitiveValue<string> {}
export class HTMLValue extends StringValue {}
export class IconValue extends StringValue {}
export class ImageValue extends StringValue {}
export class LinkValue extends StringValue {}
export class TagValue extends StringValue {}
export class UrlValue extends StringValue {}
export class DateValue extends StringValue {}
export class RelativeDateValue extends DateValue {}
export class DurationValue extends StringValue {}
export class RegExpValue extends StringValue {}
export class FileValue extends StringValue {}
export class ObjectValue extends StringValue {}

export class ListValue extends NotNullValue {
  private readonly values: readonly Value[];

  constructor(values: readonly unknown[]) {
    super();
    this.values = values.map((value) => (value instanceof Value ? value : new StringValue(String(value))));
  }

  toString(): string {
    return this.values.join(', ');
  }

  isTruthy(): boolean {
    return this.values.length > 0;
  }

  includes(value: Value): boolean {
    return this.values.some((own) => Value.looseEquals(own, value));
  }

  length(): number {
    return this.values.length;
  }

  get(index: number): Value {
    return this.values[index] ?? NullValue.value;
  }

  concat(other: ListValue): ListValue {
    return new ListValue([...this.values, ...other.values]);
  }
}
