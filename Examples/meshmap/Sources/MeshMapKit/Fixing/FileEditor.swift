import KubernetesJSON
import KubernetesObjects
import KubernetesYAML
import MeshDiagnostics

/// Makes edits of objects in the files that those stand in, in memory: in their place, all other bytes being left as they are.
struct FileEditor {
  /// A file that was read once more, as it is and as it becomes.
  struct File {
    let source: InputSource
    let path: String
    let before: [UInt8]
    /// What the places of objects are counted in: the file as it is, unless values were put in quotes before it could be read.
    let read: [UInt8]
    private(set) var after: [UInt8]
    /// What was replaced in what was read, in this order.
    private(set) var splices: [ByteSplice] = []
    /// Where objects that were edited begin, in what was read, by how they are written.
    var edited: [Int: InputPlace.Form] = [:]

    /// Where the lines of the file as it is end.
    let lineEnds: [Int]
    /// How many bytes at the beginning and at the end no edit touched; nil where more was done than edits.
    private(set) var untouched: (beginning: Int, end: Int)?

    init(_ source: InputSource, at path: String, _ before: [UInt8], read: [UInt8]) {
      self.source = source
      self.path = path
      self.before = before
      self.read = read
      after = read
      lineEnds = before.indices.filter { before[$0] == 0x0A }
      untouched = before == read ? (before.count, before.count) : nil
    }

    /// Replaces bytes of the file as it becomes.
    mutating func apply(_ splice: ByteSplice) {
      if let (beginning, end) = untouched {
        untouched = (min(beginning, splice.range.lowerBound), min(end, after.count - splice.range.upperBound))
      }
      after = splice.applied(to: after)
      splices.append(splice)
    }

    /// What the edits change, line by line. Only the lines around them are compared: a file of many objects has as many fixes.
    var edits: [FileEdit] {
      guard let (beginning, end) = untouched else {
        return LineDifference(from: before, to: after).edits(of: source.name)
      }
      guard !splices.isEmpty else { return [] }
      let line = lineEnds.countInOrder { $0 < beginning }
      let start = line == 0 ? 0 : lineEnds[line - 1] + 1
      let last = lineEnds.countInOrder { $0 < before.count - end }
      if line == last, let edit = editOfLongLine(line, from: start) { return [edit] }
      // The line that the untouched end begins in, too.
      let rest = last < lineEnds.count ? before.count - lineEnds[last] - 1 : 0
      let (old, new) = (before[start..<before.count - rest], after[start..<after.count - rest])
      return LineDifference(from: Array(old), to: Array(new)).edits(of: source.name, after: line)
    }

    /// What the edits change in one line, where that is so long that only what is around them is told: as many fixes as there are objects
    /// in it would else give the whole file each.
    private func editOfLongLine(_ line: Int, from start: Int) -> FileEdit? {
      let lineEnd = line < lineEnds.count ? lineEnds[line] : before.count
      guard lineEnd - start > Self.longestLine, let (beginning, end) = untouched else { return nil }
      let isRest = { (byte: UInt8) in byte & 0xC0 == 0x80 }
      var first = max(start, beginning - Self.around)
      while first > start, isRest(before[first]) { first -= 1 }
      var behind = max(before.count - lineEnd, end - Self.around)
      while behind > before.count - lineEnd, isRest(before[before.count - behind]) { behind -= 1 }
      let new = after[first..<max(first, after.count - behind)]
      guard !new.contains(0x0A) else { return nil }
      let isMarked = start == 0 && before.starts(with: [0xEF, 0xBB, 0xBF])
      let column = before[start..<first].count { !isRest($0) } + (isMarked && first > 0 ? 0 : 1)
      return FileEdit(
        file: source.name, line: line + 1,
        old: [String(decoding: before[first..<max(first, before.count - behind)], as: UTF8.self)],
        new: [String(decoding: new, as: UTF8.self)],
        part: FileEdit.Part(column: column, isLast: behind == before.count - lineEnd)
      )
    }

    /// Of lines of more bytes only a part is told, with so many bytes around what differs.
    private static let (longestLine, around) = (4096, 60)

    /// Where a byte of what was read stands in the file as it becomes.
    func offset(_ offset: Int) -> Int {
      splices.reduce(offset) { offset, splice in
        offset >= splice.range.upperBound ? offset + splice.bytes.count - splice.range.count : offset
      }
    }
  }

  /// Bytes of a file, and those that come in their place.
  struct ByteSplice {
    let range: Range<Int>
    let bytes: [UInt8]

    func applied(to file: [UInt8]) -> [UInt8] { file[..<range.lowerBound] + bytes + file[range.upperBound...] }
  }

  private var finder: FieldFinder
  /// The files that were edited, in the order of their names.
  private(set) var files: [InputSource: File] = [:]
  /// The file that was read last.
  private var last: File?
  /// The files whose values were put in quotes.
  private let quoted: [InputSource: QuotedSource]

  /// What is larger is no file that people edit.
  static let largest = 4_000_000

  init(in places: InputPlaces, quoting quoted: [InputSource: QuotedSource] = [:]) {
    finder = FieldFinder(in: places)
    self.quoted = quoted
  }

  /// Takes the files whose values were put in quotes for edited, where they can be written.
  mutating func takeQuoted() {
    for source in quoted.keys where files[source] == nil {
      // Why one cannot be written is told with what was put in quotes.
      if let file = try? file(source) { files[source] = file }
    }
  }

  /// Makes edits that go together: all of them, or none.
  mutating func apply(_ edits: [Edit]) throws(Unwritable) {
    var changed = files
    for edit in edits { try apply(edit, to: &changed) }
    files = changed
  }

  /// Forgets the edits that were made.
  mutating func reset() { files = [:] }

  /// What the edits change, line by line, by the names of the files.
  var edits: [FileEdit] {
    files.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      .flatMap(\.edits)
  }

  private mutating func apply(_ edit: Edit, to files: inout [InputSource: File]) throws(Unwritable) {
    guard let place = finder.places[edit.field.object] else { throw .absent(edit.field.object) }
    guard place.source.path != nil else { throw .standardInput }
    if let origin = finder.making(of: place).file { throw .rendered(from: ExactString(origin)) }
    // What the API server writes into objects: this one was read from there.
    if finder.field(at: DocumentPath(["metadata", "resourceVersion"]), of: place) != nil { throw .dump }
    var file = if let known = files[place.source] { known } else { try self.file(place.source) }
    let splice =
      switch place.form {
      case .json: try Self.splice(edit, ofJSONAt: place, in: file)
      case .yaml: try Self.splice(edit, ofYAMLAt: place, in: file)
      }
    guard let splice else { return }
    file.apply(splice)
    file.edited[place.position.offset] = place.form
    files[place.source] = file
  }

  /// What an edit replaces in a file of JSON; nil where the field is so already.
  private static func splice(_ edit: Edit, ofJSONAt place: InputPlace, in file: File) throws(Unwritable) -> ByteSplice? {
    let start = file.offset(place.position.offset)
    guard start < file.after.count else { throw .changed }
    let change = JSONEdit(edit.field.path, edit.change.json)
    guard let splice = try ByteSplice(change, in: file.after, from: start) else { return nil }
    let path = edit.field.path.steps.map(\.yaml)
    guard let changed = DocumentTree(ofJSONIn: splice.applied(to: file.after), from: start),
      let wanted = DocumentTree(ofJSONIn: file.after, from: start)?.applying(edit.change.yaml, at: path[...]),
      changed == wanted
    else { throw .readOtherwise }
    return splice
  }

  /// What an edit replaces in a file of YAML; nil where the field is so already.
  private static func splice(_ edit: Edit, ofYAMLAt place: InputPlace, in file: File) throws(Unwritable) -> ByteSplice? {
    let start = file.offset(place.document.offset)
    guard start <= file.after.count, let document = Self.document(in: file.after, from: start) else { throw .changed }
    guard let object = document.root.steps(toObjectAt: file.offset(place.position.offset) - start) else { throw .changed }
    let change = YAMLEdit(object + edit.field.path.steps.map(\.yaml), edit.change.yaml)
    return try ByteSplice(change, in: document, from: start, of: file.after)
  }

  /// The document that begins at a byte, and is not empty.
  static func document(in bytes: [UInt8], from start: Int) -> YAMLDocument? {
    YAMLDocument.first(in: bytes, from: start)
  }

  /// Reads a file once more, as it is stored.
  private mutating func file(_ source: InputSource) throws(Unwritable) -> File {
    if let last, last.source == source { return last }
    guard let path = source.path else { throw .standardInput }
    // What is read from a pipe is gone, and to wait for more of it may take for ever.
    guard FileKind(at: path) == .file else { throw .pipe }
    let bytes: [UInt8]
    do throws(Descriptor.Failure) {
      bytes = try Descriptor.bytes(ofFileAt: path, atMost: Self.largest + 1)
    } catch {
      throw .changed
    }
    guard bytes.count <= Self.largest else { throw .large }
    guard case .utf8 = InputEncoding(of: bytes) else { throw .encoding }
    // Objects of a template that can be read are few, and what fills it in is elsewhere.
    guard !Template.isIn(bytes) else { throw .template }
    var read = bytes
    if let quoted = quoted[source] {
      if let obstacle = quoted.obstacle { throw obstacle }
      guard quoted.before == bytes else { throw .changed }
      read = quoted.after
    }
    let file = File(source, at: path, bytes, read: read)
    last = file
    return file
  }
}

extension [Int] {
  /// How many of the numbers, which are in order, come before a place. O(log *n*).
  fileprivate func countInOrder(_ isBefore: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Descriptor {
  /// The bytes of a file, up to a number of them.
  static func bytes(ofFileAt path: String, atMost count: Int) throws(Failure) -> [UInt8] {
    let file = try Descriptor(readingFileAt: path)
    defer { file.close() }
    var bytes: [UInt8] = []
    while bytes.count < count {
      let piece = try file.read(atMost: min(1 << 18, count - bytes.count))
      if piece.isEmpty { break }
      bytes += piece
    }
    return bytes
  }
}

extension DocumentPath.Step {
  /// The step as YAML has it.
  var yaml: YAMLPathStep {
    switch self {
    case .key(let key): .key(YAMLString(key.string))
    case .index(let index): .index(index)
    }
  }
}

extension Edit.Change {
  fileprivate var json: JSONEdit.Change {
    switch self {
    case .string(let string): .string(string)
    case .number(let number): .integer(number)
    case .removed: .removed
    }
  }

  fileprivate var yaml: YAMLEdit.Change {
    switch self {
    case .string(let string): .string(YAMLString(string.string))
    case .number(let number): .integer(number)
    case .removed: .removed
    }
  }
}

extension YAMLNode {
  /// The path to the object that begins at a byte: to this one, or to an item of the lists in it.
  fileprivate func steps(toObjectAt offset: Int, depth: Int = 0) -> [YAMLPathStep]? {
    if start.offset == offset, kind == .mapping { return [] }
    guard depth < 8, start.offset <= offset else { return nil }
    let children: [(step: YAMLPathStep, node: YAMLNode)] =
      kind == .sequence
      ? elements.enumerated().map { (.index($0), $1) }
      : ["items", "object"].compactMap { key in self[key].map { (.key(YAMLString(key)), $0) } }
    guard let child = children.last(where: { $0.node.start.offset <= offset }) else { return nil }
    return child.node.steps(toObjectAt: offset, depth: depth + 1).map { [child.step] + $0 }
  }
}
