extension YAMLProblem: CustomStringConvertible {
  /// What is wrong, as the end of a sentence that names the location, and what to write instead.
  var description: String {
    characters ?? scalars ?? collections ?? documents ?? properties ?? keys ?? limits
  }

  private var characters: String? {
    switch self {
    case .utf16: "the document is UTF-16; save it as UTF-8"
    case .notUTF8: "the document is not UTF-8; save it as UTF-8"
    case .controlCharacter(let scalar):
      "the character U+\(Self.code(of: scalar)) may not stand here; write it as an escape in double quotes, or remove it"
    case .byteOrderMarkInside: "a byte order mark stands inside the document; remove it"
    case .reservedCharacter(let byte):
      "no value begins with \(Character(Unicode.Scalar(byte))); put the value in quotes"
    case .tabForIndentation: "a tab stands where the line is indented; use spaces"
    default: nil
    }
  }

  private static func code(of scalar: UInt32) -> String {
    let code = String(scalar, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - code.count)) + code
  }

  private var scalars: String? {
    switch self {
    case .openQuote: "a quoted string is not closed; write the missing quote"
    case .unknownEscape:
      "a backslash is followed by what is no escape; write \\\\ for the backslash itself, or use single quotes"
    case .cutEscape(let digits): "an escape must have \(digits) hexadecimal digits"
    case .noCharacter:
      "an escape names no character; characters beyond U+FFFF are written as one escape, \\U0001F600 for example"
    case .blockHeader:
      "only an indentation from 1 to 9, + or - and a comment may follow | or >; begin the text on the next line"
    default: nil
    }
  }

  private var collections: String? {
    switch self {
    case .missingColon: "a line is no key with a value; write key: value, or indent the line to continue the one before"
    case .keyTooLong: "a key is longer than 1,024 characters; write it after ? and its value after : on a line of its own"
    case .colonInValue: "a value holds a second colon; put the value in quotes, or begin the mapping on the next line"
    case .dashInValue: "a sequence begins on the line of its key; begin it on the next line"
    case .keyIndicatorInValue: "a question mark stands where no key can begin; put the value in quotes"
    case .missingDash: "an entry of a sequence is missing its dash, or the line is not indented like the others"
    case .missingKey: "a key is missing, or the line is not indented like the others"
    case .missingValue: "a value is missing"
    case .missingComma: "a comma is missing, or the bracket that closes the collection"
    case .openCollection: "a collection is not closed; write the missing bracket"
    default: nil
    }
  }

  private var documents: String? {
    switch self {
    case .somethingBehind: "something stands behind the end of the document; begin another one with ---"
    case .missingDocumentStart: "a directive must be followed by ---"
    case .malformedDirective: "only %YAML 1.2 and %TAG with a handle and a prefix may stand here; put a value in quotes"
    case .repeatedDirective: "a directive is repeated; keep one"
    case .yamlVersion: "only YAML 1 is read; write %YAML 1.2, or leave the line out"
    default: nil
    }
  }

  private var properties: String? {
    switch self {
    case .anchorName: "an anchor has letters, digits, - and _ only; rename it, or put the value in quotes"
    case .malformedTag: "a tag is malformed; write it as !!str and a space behind it, or put the value in quotes"
    case .unknownTagHandle: "a tag has a handle that no %TAG names; write the whole tag as !<tag>"
    case .repeatedProperty: "a value has two anchors or two tags; keep one"
    case .unknownAnchor: "an alias names an anchor that the document does not have before it"
    case .aliasInItself: "an alias stands in the very value that it stands for; write the value out"
    case .tagMismatch(let tag): "a value is not what its tag \(tag.description) says; remove the tag"
    default: nil
    }
  }

  private var keys: String? {
    switch self {
    case .collectionAsKey: "a key is a sequence or a mapping; Kubernetes has strings as keys only"
    case .nullAsKey: "a key is null; write the key, in quotes if it is that word"
    case .keyTooGreat: "a key is a number that is too great; put the key in quotes"
    case .mergeOfNoMapping:
      "the value of a merge key << must be a mapping or a sequence of mappings; put the key in quotes otherwise"
    default: nil
    }
  }

  private var limits: String {
    switch self {
    case .tooDeep: "the document is nested more than 200 levels deep, which no Kubernetes object is"
    case .tooLarge: "a document is larger than what is read at once; divide it with ---"
    case .expandsTooMuch: "the document grows to more than ten times its size by its aliases; write out what they stand for"
    case .notInJSON: "JSON has no such number, and Kubernetes neither; put the value in quotes"
    case .anchor, .alias: "anchors and aliases are not read here; write the values out"
    case .tag: "tags are not read here; remove the tag"
    case .mergeKey: "merge keys are not read here; write the entries out"
    default: "directives are not read here; remove the line"
    }
  }
}
