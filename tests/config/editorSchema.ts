/** A JSON Schema, or a part of one. */
export type JsonSchema = Record<string, unknown>;

/** What is read of a valibot schema. */
interface SchemaView {
  readonly type: string;
  readonly entries?: Readonly<Record<string, SchemaView>>;
  readonly item?: SchemaView;
  readonly items?: readonly SchemaView[];
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly wrapped?: SchemaView;
  readonly getter?: (value: unknown) => SchemaView;
  readonly pipe?: readonly StepView[];
}

interface StepView extends SchemaView {
  readonly kind: string;
  readonly requirement?: unknown;
}

/** One of each kind of values that our lazy schemas tell apart. */
const probes: readonly unknown[] = ['x', 'none', 1, false, null, [], {}, { files: [] }, { format: 'pdf' }];

/**
 * The JSON Schema of what a file may say, from the schema that checks it. Where a schema looks at a value to choose another,
 * it is asked about one of each kind. What is checked by a function has no form in JSON Schema and is left out.
 */
export function editorSchemaOf(schema: unknown): JsonSchema {
  return convert(schema as SchemaView);
}

function convert(schema: SchemaView): JsonSchema {
  if (schema.pipe !== undefined) return convertPipe(schema.pipe);
  switch (schema.type) {
    case 'string':
    case 'number':
    case 'boolean':
      return { type: schema.type };
    case 'literal':
      return { const: schema.literal };
    case 'picklist':
      return { enum: schema.options };
    case 'optional':
      return schema.wrapped === undefined ? {} : convert(schema.wrapped);
    case 'array':
      return { type: 'array', items: schema.item === undefined ? {} : convert(schema.item) };
    case 'tuple':
      return { type: 'array', prefixItems: schema.items?.map(convert), minItems: schema.items?.length };
    case 'union':
      return anyOf((schema.options ?? []).map(option => convert(option as SchemaView)));
    case 'object':
      return convertObject(schema.entries ?? {});
    case 'lazy':
      return convertLazy(schema.getter ?? (() => schema));
    default:
      throw new TypeError(`There is no JSON Schema for ${schema.type}`);
  }
}

function convertObject(entries: Readonly<Record<string, SchemaView>>): JsonSchema {
  const required = Object.keys(entries).filter(key => entries[key]?.type !== 'optional');
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, convert(entry)])),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}

function convertLazy(getter: (value: unknown) => SchemaView): JsonSchema {
  const isPrinted = getter({ format: 'pdf' }) !== getter({});
  const found = new Map<string, JsonSchema>();
  for (const probe of probes) {
    const schema = getter(probe);
    if (schema.type === 'never') continue;
    const converted = convert(schema);
    found.set(JSON.stringify(converted), converted);
  }
  const all = [...found.values()];
  const isOfFormat = ({ properties }: JsonSchema) => typeof properties === 'object' && properties !== null && 'format' in properties; // prettier-ignore
  // Which of two maps is meant, the format says.
  if (isPrinted && all.filter(isOfFormat).length === 2) {
    const [plain, printed] = all.filter(isOfFormat);
    const others = all.filter(each => !isOfFormat(each));
    const ofPdf = { properties: { format: { const: 'pdf' } }, required: ['format'] };
    return anyOf([...others, { type: 'object', if: ofPdf, then: printed, else: plain }]);
  }
  return anyOf(all);
}

function anyOf(options: readonly JsonSchema[]): JsonSchema {
  const flat = options.flatMap(option => (Array.isArray(option.anyOf) && Object.keys(option).length === 1 ? (option.anyOf as JsonSchema[]) : [option])); // prettier-ignore
  const distinct = [...new Map(flat.map(option => [JSON.stringify(option), option])).values()];
  const [only] = distinct;
  return distinct.length === 1 && only !== undefined ? only : { anyOf: distinct };
}

/** What is asked of a value up to where it is made another; of text that is trimmed, that something is left. */
function convertPipe(pipe: readonly StepView[]): JsonSchema {
  const [first, ...steps] = flatten(pipe);
  if (first === undefined) return {};
  let schema = convert(first);
  let isTrimmed = false;
  for (const { type, requirement } of steps) {
    if (type === 'transform') break;
    if (type === 'trim') isTrimmed = true;
    else if (type === 'min_length') schema = { ...schema, ...(schema.type === 'array' ? { minItems: requirement } : isTrimmed ? { pattern: '\\S' } : { minLength: requirement }) }; // prettier-ignore
    else if (type === 'max_length') schema = { ...schema, [schema.type === 'array' ? 'maxItems' : 'maxLength']: requirement }; // prettier-ignore
    else if (type === 'min_value' && schema.type === 'number') schema = { ...schema, minimum: requirement };
    else if (type === 'max_value' && schema.type === 'number') schema = { ...schema, maximum: requirement };
    else if (type === 'integer') schema = { ...schema, type: 'integer' };
    else if (type === 'regex' && requirement instanceof RegExp && requirement.flags === '') schema = { ...schema, pattern: requirement.source }; // prettier-ignore
  }
  return schema;
}

/** Pipes in pipes, but for what stands in place of a schema that is made another before. */
function flatten(pipe: readonly StepView[]): readonly StepView[] {
  return pipe.flatMap((step, index) => (step.pipe === undefined ? [step] : index === 0 || step.kind === 'schema' ? flatten(step.pipe) : [step])); // prettier-ignore
}
