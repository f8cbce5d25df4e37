import KubernetesObjects

/// How members are laid out that are added somewhere: as those around them are.
struct JSONLayout {
  /// What breaks a line; nil where members stand in one.
  private var lineBreak: [UInt8]?
  /// The whitespace before members, where each has a line.
  private var indentation: [UInt8] = []
  /// What that of members within them has besides.
  private var step = Array("  ".utf8)
  /// What stands between a key and its value.
  private var colon = Array(": ".utf8)
  /// The comma before a member that is added, with the whitespace behind it.
  private(set) var separator: [UInt8] = []

  /// The layout of the members of a collection that has some, and stands at the end of some levels.
  init(within collection: JSONCollection, below levels: [JSONFieldEditor.Level], in bytes: ByteView) {
    let space = collection.space(before: collection.members.count - 1, in: bytes)
    let (lineBreak, indentation) = Self.parts(of: space)
    self.lineBreak = lineBreak
    self.indentation = indentation
    if lineBreak != nil {
      let outer = Self.parts(of: collection.spaceBeforeEnd(in: bytes)).indentation
      if indentation.count > outer.count, indentation.starts(with: outer) {
        step = Array(indentation.dropFirst(outer.count))
      }
    }
    let above = levels.last { $0.collection.form == .object }?.collection
    if let colon = collection.colon(in: bytes) ?? above?.colon(in: bytes) { self.colon = colon }
    // Behind the bracket there may be none where there is some behind commas.
    let isSpaced = collection.members.count > 1 || lineBreak != nil || !self.colon.contains(0x20)
    separator = [UInt8(ascii: ",")] + (isSpaced ? space : [0x20])
  }

  /// The layout of members of what stands at the end of some levels.
  init(around levels: [JSONFieldEditor.Level], in bytes: ByteView) {
    guard let collection = levels.last?.collection else {
      self.init()
      return
    }
    self.init(within: collection, below: levels, in: bytes)
    indentation += lineBreak == nil ? [] : step
  }

  /// The layout of members in one line.
  private init() {}

  /// The last line break in some whitespace, and what stands behind it.
  private static func parts(of space: [UInt8]) -> (lineBreak: [UInt8]?, indentation: [UInt8]) {
    guard let index = space.lastIndex(of: 0x0A) else { return (nil, []) }
    let isPair = index > 0 && space[index - 1] == 0x0D
    return (isPair ? [0x0D, 0x0A] : [0x0A], Array(space[(index + 1)...]))
  }

  /// A value as it is written.
  static func literal(_ change: JSONEdit.Change) -> [UInt8] {
    switch change {
    case .string(let string): quoted(string.string)
    case .integer(let integer): Array("\(integer)".utf8)
    case .removed: []
    }
  }

  private static func quoted(_ string: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.write(string)
    return writer.bytes
  }

  /// A member, or an element, that leads to a value.
  func member(_ change: JSONEdit.Change, at path: ArraySlice<DocumentPath.Step>) -> [UInt8] {
    guard let step = path.first else { return Self.literal(change) }
    var inner = self
    inner.indentation += lineBreak == nil ? [] : self.step
    let value = path.count == 1 ? Self.literal(change) : inner.nested(change, at: path.dropFirst())
    return switch step {
    case .key(let key): Self.quoted(key.string) + colon + value
    case .index: value
    }
  }

  /// A collection of one member that leads to a value.
  func nested(_ change: JSONEdit.Change, at path: ArraySlice<DocumentPath.Step>) -> [UInt8] {
    let brackets: (UInt8, UInt8) =
      if case .index? = path.first { (UInt8(ascii: "["), UInt8(ascii: "]")) } else { (UInt8(ascii: "{"), UInt8(ascii: "}")) }
    let member = member(change, at: path)
    guard let lineBreak else { return [brackets.0] + member + [brackets.1] }
    let outer = indentation.dropLast(step.count)
    return [brackets.0] + lineBreak + indentation + member + lineBreak + outer + [brackets.1]
  }
}
