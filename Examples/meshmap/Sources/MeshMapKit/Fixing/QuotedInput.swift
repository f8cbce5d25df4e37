import KubernetesJSON
package import KubernetesObjects
import KubernetesYAML
import MeshDiagnostics

/// An input as it is once values are in quotes that must be strings: an object whose label is `true` cannot be read, and what would be said
/// of it otherwise is to be said all the same.
package struct QuotedInput: Sendable {
  /// What was read, with quotes. What is wrong with it is what was wrong without.
  package private(set) var input: ReadInput
  /// The files in which values were put in quotes.
  package private(set) var sources: [InputSource: QuotedSource] = [:]
  /// The values that have no quotes, in the order in which they were met.
  package private(set) var values: [UnquotedValue] = []

  /// How many values of one object are put in quotes.
  private static let mostRounds = 32

  /// An input with quotes where they are missing.
  ///
  /// - Parameters:
  ///   - input: What was read.
  ///   - arguments: What it was read from.
  ///   - podTemplates: Where kinds that nobody knows have the template of their Pods.
  package init(_ input: ReadInput, of arguments: [String], podTemplates: PodTemplatePaths) async {
    self.input = input
    guard input.unread.contains(where: \.failure.isUnquotedString) else { return }
    // What cannot be read once more has to be there.
    guard InputSource.canBeReadOnceMore(arguments, given: input.places) else { return }
    var search = Search(first: input)
    var current = input
    for _ in 0..<Self.mostRounds {
      guard search.quote(current) else { break }
      let bytes = input.places.allKept.merging(search.sources.mapValues(\.after)) { $1 }
      current = await InputReader.read(arguments, podTemplates: podTemplates, replacing: bytes)
    }
    values = search.values
    sources = search.sources
    guard !sources.isEmpty else { return }
    let problems = input.problems
    self.input = current
    self.input.problems = problems
  }

  /// Looks for values without quotes, round by round: of each object the first one is known at a time.
  private struct Search {
    let first: ReadInput
    private var finder: FieldFinder
    var sources: [InputSource: QuotedSource] = [:]
    var values: [UnquotedValue] = []
    /// What was looked at and cannot be put in quotes.
    private var left: Set<Key> = []

    private struct Key: Hashable {
      let source: InputSource
      let line: Int
      let item: ExactString
      var path = ExactString("")
    }

    init(first: ReadInput) {
      self.first = first
      finder = FieldFinder(in: first.places)
    }

    /// Puts in quotes what has none; false where nothing is left that can be.
    mutating func quote(_ input: ReadInput) -> Bool {
      let places = Dictionary(first.unread.map { (Self.key($0), $0.place) }) { first, _ in first }
      var finder = FieldFinder(in: input.places)
      var splices: [InputSource: [FileEditor.ByteSplice]] = [:]
      for unread in input.unread where unread.failure.isUnquotedString {
        var key = Self.key(unread)
        guard let origin = places[key] else { continue }
        key.path = ExactString(unread.failure.path)
        guard !left.contains(key) else { continue }
        left.insert(key)
        guard let written = finder.field(of: unread.failure, at: unread.place)?.written, written.isWord else { continue }
        var failure = unread.failure
        if failure.name == nil, failure.path == "metadata.name" { failure.name = written }
        guard let finding = Finding(unquotedIn: failure, written: written),
          let fix = Fix(quotingIn: failure, written: written)
        else { continue }
        add(finding, fix, written, of: unread, from: origin, to: &splices)
      }
      for (source, splices) in splices { apply(splices, to: source) }
      return !splices.isEmpty
    }

    private mutating func add(
      _ finding: Finding, _ fix: Fix, _ written: String, of unread: UnreadObject, from origin: InputPlace,
      to splices: inout [InputSource: [FileEditor.ByteSplice]]
    ) {
      let source = unread.place.source
      var obstacle = self.obstacle(to: origin)
      var edits: [FileEdit] = []
      if sources[source] == nil, let bytes = wholeBytes(of: source) {
        sources[source] = QuotedSource(before: bytes, after: bytes)
      }
      do throws(Unwritable) {
        guard let quoted = sources[source] else { throw .changed }
        splices[source, default: []].append(try Self.splice(written, of: unread, in: quoted.after))
        let shown = UnreadObject(failure: unread.failure, place: origin)
        if obstacle == nil, let alone = try? Self.splice(written, of: shown, in: quoted.before) {
          edits = LineDifference(from: quoted.before, to: alone.applied(to: quoted.before)).edits(of: source.name)
        }
      } catch {
        obstacle = obstacle ?? error
      }
      if let obstacle { sources[source]?.obstacle = obstacle }
      values.append(
        UnquotedValue(
          finding: finding, place: finder.place(of: unread.failure, at: origin),
          fix: ShownFix(fix: fix, edits: edits, reason: obstacle, home: .file)))
    }

    private mutating func apply(_ splices: [FileEditor.ByteSplice], to source: InputSource) {
      guard var quoted = sources[source] else { return }
      for splice in splices.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
        quoted.after = splice.applied(to: quoted.after)
      }
      sources[source] = quoted
    }

    /// Why an object cannot be written where it stands; nil where it can.
    private mutating func obstacle(to place: InputPlace) -> Unwritable? {
      guard let path = place.source.path else { return .standardInput }
      guard FileKind(at: path) == .file else { return .pipe }
      if let origin = finder.making(of: place).file { return .rendered(from: ExactString(origin)) }
      guard let bytes = wholeBytes(of: place.source) else { return .large }
      let beginning = (try? Descriptor.bytes(ofFileAt: path, atMost: InputEncoding.count)) ?? []
      guard case .utf8 = InputEncoding(of: beginning) else { return .encoding }
      return Template.isIn(bytes) ? .template : nil
    }

    /// All bytes of a source as it is; nil where they are more than people edit.
    private func wholeBytes(of source: InputSource) -> [UInt8]? {
      if let known = sources[source] { return known.before }
      let bytes = finder.bytes(of: source, from: 0, atMost: FileEditor.largest + 1)
      return bytes.flatMap { $0.count <= FileEditor.largest ? $0 : nil }
    }

    private static func key(_ unread: UnreadObject) -> Key {
      Key(source: unread.place.source, line: unread.place.position.line, item: ExactString(unread.failure.itemPath))
    }

    /// What puts a value in quotes.
    private static func splice(_ written: String, of unread: UnreadObject, in bytes: [UInt8]) throws(Unwritable)
      -> FileEditor.ByteSplice
    {
      guard let path = DocumentPath(parsing: unread.failure.path), let item = DocumentPath(parsing: unread.failure.itemPath)
      else { throw .changed }
      switch unread.place.form {
      case .json:
        let edit = JSONEdit(path, .string(ExactString(written)))
        guard let splice = try FileEditor.ByteSplice(edit, in: bytes, from: unread.place.position.offset) else {
          throw .changed
        }
        return splice
      case .yaml:
        let start = unread.place.document.offset
        guard start < bytes.count, let document = FileEditor.document(in: bytes, from: start) else { throw .changed }
        let edit = YAMLEdit(item.appending(path).steps.map(\.yaml), .string(YAMLString(written)))
        guard let splice = try FileEditor.ByteSplice(edit, in: document, from: start, of: bytes) else { throw .changed }
        return splice
      }
    }
  }
}
