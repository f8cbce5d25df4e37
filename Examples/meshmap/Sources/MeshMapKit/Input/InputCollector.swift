import KubernetesObjects
import MeshMapping

/// Puts together what is read, object by object: of two of one name the later one holds, and what is no object is told or passed over.
struct InputCollector {
  private var objects: [ClusterObject] = []
  private var places: [InputPlace] = []
  /// Where among the objects one of a name is.
  private var indices: [ObjectReference: Int] = [:]
  /// How many objects are said to be deleted.
  private var deletions = 0
  /// How many objects there are whose names will begin alike.
  private var patterns: [ObjectReference: Int] = [:]
  /// The objects that were deleted after they had been read.
  private var removed: Set<Int> = []
  private var failures: [ObjectFailure] = []
  private var mistakes: [Mistake] = []
  private var repeated = RepeatedObjects()
  private var skipped = SkippedDocuments()
  private var unfilled = UnfilledDocuments()
  /// Where the last document is that was passed over for what its file is.
  private var lastSkipped: InputPlace?
  /// The objects that lack what whole ones have, each with where it stands: of what a whole one is beside they are patches.
  private var partial: [(object: ClusterObject, place: InputPlace)] = []
  private var warnings: [String] = []
  /// What there is to say of lists that were cut off.
  private var cutNotes: [String] = []
  /// What was read from sources that cannot be read once more.
  private var kept: [InputSource: [UInt8]] = [:]
  private var controlPlane = DetectedControlPlane()
  /// Where the objects of kinds that nobody reads have Pods in them, or templates of Pods.
  private var unexpanded: [ObjectReference: ExactString] = [:]
  /// What there was before the source that is read, and before the document of it.
  private var undos: [Undo] = []
  /// What was replaced or removed since the source began.
  private var replaced: [Replaced] = []
  /// How many objects of a source cannot be read.
  private var failureCount = 0

  /// How many objects of one source are told that cannot be read.
  private static let toldCount = 1_000

  /// How many objects there are.
  var count: Int { objects.count - removed.count }
}

extension InputCollector {
  /// Adds a source or a document that cannot be read.
  mutating func addUnread(_ problem: InputProblem) {
    mistakes.append(.document(problem))
  }

  /// Adds what is to be known of a source and is no problem.
  mutating func warn(_ warning: InputProblem) {
    warnings.append(warning.description)
  }

  /// Adds a document below a directory that is passed over.
  mutating func skip(_ reason: SkippedDocuments.Reason, in source: InputSource) {
    skipped.add(reason, in: source)
  }

  /// Adds a document below a directory that is passed over, for what its file is: once, however many objects or changes it lists.
  private mutating func skip(_ reason: SkippedDocuments.Reason, at place: InputPlace) {
    if let last = lastSkipped, last.source == place.source, last.document == place.document { return }
    lastSkipped = place
    skip(reason, in: place.source)
  }

  /// Keeps what was read from a source that cannot be read once more.
  mutating func keep(_ bytes: [UInt8], of source: InputSource) {
    kept[source] = bytes
  }

  /// Adds what an object shows of the control plane.
  mutating func add(_ sighting: ControlPlaneSighting, of object: ObjectReference) {
    controlPlane.add(sighting, of: object)
  }

  /// Adds an object, or why it cannot be read, and what is to be known of it besides.
  mutating func add(_ object: DecodedObject<ClusterObject>, marked mark: InputElement.Mark, at place: InputPlace) {
    switch mark {
    case .patch: addPatch(object, at: place)
    case .pods(let path):
      if case .success(let read) = object.result, place.source.skipped == nil { unexpanded[read.reference] = path }
      add(object, at: place)
    case .none: add(object, at: place)
    }
  }

  /// Adds a patch that says of itself that it is one.
  private mutating func addPatch(_ patch: DecodedObject<ClusterObject>, at place: InputPlace) {
    guard case .success(let object) = patch.result else { return add(patch, at: place) }
    if place.source.origin == .found { return skip(.patch, in: place.source) }
    tell(object, "holds $patch and so is a patch, no object of its own; have it applied: \(Self.kustomize)", at: place)
  }

  private static let kustomize = "kustomize build DIR | meshmap … -"

  /// Tells what is wrong with an object that is not to be counted as one that cannot be read.
  private mutating func tell(_ object: ClusterObject, _ problem: String, at place: InputPlace) {
    mistakes.append(.patch(ObjectFailure(of: object.reference, path: "", problem: problem), place))
  }

  /// Adds an object, or why it cannot be read.
  mutating func add(_ object: DecodedObject<ClusterObject>, at place: InputPlace) {
    if let reason = place.source.skipped { return skip(reason, at: place) }
    switch (object.result, object.change) {
    case (.success(let object), .deleted):
      deletions += 1
      remove(object.reference)
    case (.failure(let failure), .deleted):
      if let reference = failure.reference { remove(reference) } else { fail(failure, at: place) }
    case (.success(let read), _):
      if place.source.origin == .found {
        if ToolDocument.isRead(read) { return skip(.noObject, in: place.source) }
        if Template.language(of: read) == .braces { return skip(.template, in: place.source) }
      } else if ToolDocument.isRead(read) {
        let advice = ToolDocument.advice(for: place.source.name) ?? "is read by a tool, and no object of a cluster"
        return mistakes.append(.problem(InputProblem(place: place.source.name, problem: advice)))
      }
      if let template = Template.language(of: read), template != .braces { unfilled.add(template, in: place.source) }
      insert(read, object.change, at: place)
    case (.failure(let failure), _): fail(failure, at: place)
    }
  }

  private mutating func fail(_ failure: ObjectFailure, at place: InputPlace) {
    if failure.cutList != nil {
      failures.append(failure)
      cutNotes.append("note: \(InputProblem(place: place.source.name, problem: failure.description))")
      return
    }
    if failure.isOfNoObject, failure.itemPath.isEmpty || failure.itemPath.hasPrefix("[") {
      if place.source.origin == .found {
        if failure.itemPath.isEmpty || failure.itemPath == "[0]" { skip(.noObject, in: place.source) }
        return
      }
      if let advice = ToolDocument.advice(for: place.source.name) {
        return mistakes.append(.problem(InputProblem(place: place.source.name, problem: advice)))
      }
    }
    failures.append(failure)
    // Of two of one name the later one holds, and it is unknown.
    if let reference = failure.reference, !reference.name.isEmpty { remove(reference.inDefaultNamespace) }
    failureCount += 1
    if failureCount <= Self.toldCount { mistakes.append(.object(failure, place)) }
  }

  private mutating func insert(_ read: ClusterObject, _ change: ObjectChange, at place: InputPlace) {
    var object = read
    // Every object that has yet to be given its name becomes one of its own.
    if object.isNamedByPattern {
      let count = patterns[object.reference, default: 0]
      patterns[object.reference] = count + 1
      object.lengthenPattern(by: count)
    }
    let reference = object.reference
    let isPart = change == .none && object.isPartial
    if isPart { partial.append((object, place)) }
    guard !reference.name.isEmpty, let index = indices[reference] else {
      if !reference.name.isEmpty { indices[reference] = objects.count }
      objects.append(object)
      places.append(place)
      return
    }
    if isPart, !removed.contains(index), !objects[index].isPartial { return }
    note(index)
    let isRemoved = removed.remove(index) != nil
    if change == .none, !isRemoved, object.isRead, isPart || !objects[index].isPartial {
      repeated.add(reference, first: places[index], later: place)
    }
    objects[index] = object
    places[index] = place
  }

  private mutating func remove(_ reference: ObjectReference) {
    guard let index = indices[reference], !removed.contains(index) else { return }
    note(index)
    removed.insert(index)
  }

  /// Notes what an object is before it is replaced or removed.
  private mutating func note(_ index: Int) {
    guard !undos.isEmpty else { return }
    let isRemoved = removed.contains(index)
    replaced.append(Replaced(index: index, object: objects[index], place: places[index], isRemoved: isRemoved))
  }
}

extension InputCollector {
  /// Notes that what comes may be taken back.
  mutating func begin(_ part: Part) {
    undos.removeSubrange(min(part.rawValue, undos.count)...)
    undos.append(
      Undo(
        objects: objects.count, failures: failures.count, cutNotes: cutNotes.count, mistakes: mistakes.count,
        repeated: repeated.count,
        replaced: replaced.count, partial: partial.count, skipped: skipped, failureCount: failureCount))
  }

  /// Takes back what came since a part began.
  mutating func withdraw(_ part: Part) {
    guard let undo = undos.dropFirst(part.rawValue).first ?? undos.last else { return }
    for change in replaced[undo.replaced...].reversed() {
      objects[change.index] = change.object
      places[change.index] = change.place
      if change.isRemoved { removed.insert(change.index) } else { removed.remove(change.index) }
    }
    replaced.removeSubrange(undo.replaced...)
    for index in objects.indices[undo.objects...] {
      indices[objects[index].reference] = nil
      removed.remove(index)
    }
    objects.removeSubrange(undo.objects...)
    places.removeSubrange(undo.objects...)
    failures.removeSubrange(undo.failures...)
    cutNotes.removeSubrange(undo.cutNotes...)
    mistakes.removeSubrange(undo.mistakes...)
    repeated.cut(to: undo.repeated)
    partial.removeSubrange(undo.partial...)
    (skipped, lastSkipped, failureCount) = (undo.skipped, nil, undo.failureCount)
  }

  /// Notes that a source is read.
  mutating func endSource(_ source: InputSource) {
    let more = failureCount - Self.toldCount
    if more > 0 { addUnread(InputProblem(place: source.name, problem: "has \(more) more objects that cannot be read")) }
    failureCount = 0
    (undos, replaced) = ([], [])
  }

  /// Says of the objects that are partial what they are: patches where there is the whole, and incomplete where they would make Pods and do
  /// not say of what.
  private mutating func settlePartial() {
    guard !partial.isEmpty else { return }
    var owners: Set<ObjectReference> = []
    for index in objects.indices where !removed.contains(index) { owners.formUnion(objects[index].owners) }
    for (object, place) in partial {
      let reference = object.reference
      guard let index = indices[reference] else { continue }
      if !objects[index].isPartial {
        if place.source.origin == .found {
          skip(.patch, in: place.source)
        } else {
          let problem = "is a patch of the one at \(places[index].description), and changes nothing here; have it applied: "
          tell(object, problem + Self.kustomize, at: place)
        }
      } else if let path = object.missingTemplate, !owners.contains(reference) {
        let problem = "is missing, so nobody knows its Pods; if it is a patch, have it applied: \(Self.kustomize)"
        let failure = ObjectFailure(of: reference, path: path, problem: problem)
        failures.append(failure)
        mistakes.append(.object(failure, place))
        removed.insert(index)
      }
    }
  }

  /// All that was read.
  mutating func finished() -> ReadInput {
    settlePartial()
    var input = ReadInput()
    let places = InputPlaces(
      places: places,
      indices: removed.isEmpty ? indices : indices.filter { !removed.contains($0.value) },
      kept: kept
    )
    input.objects = removed.isEmpty ? objects : objects.indices.filter { !removed.contains($0) }.map { objects[$0] }
    input.failures = failures
    input.unread = mistakes.compactMap { mistake in
      if case .object(let failure, let place) = mistake { UnreadObject(failure: failure, place: place) } else { nil }
    }
    let kinds = KindsWithPods(unexpanded.filter { places[$0.key] != nil })
    input.unknownDocuments = Set(mistakes.compactMap(\.unknownDocument)).union(skipped.unmade).union(unfilled.documents)
      .union(kinds.documents)
    var finder = FieldFinder(in: places)
    input.problems = mistakes.map { mistake in
      switch mistake {
      case .problem(let problem), .document(let problem): problem
      case .object(let failure, let place), .patch(let failure, let place): finder.problem(failure, at: place)
      }
    }
    input.notes = warnings + cutNotes + (repeated.notes + skipped.notes + unfilled.notes + kinds.notes).map { "note: \($0)" }
    input.places = places
    input.controlPlane = controlPlane
    input.isUnrendered = skipped.holdsObjects
    input.deletions = deletions
    return input
  }
}

extension ClusterObject {
  /// Whether anything is read of the object but its name.
  fileprivate var isRead: Bool {
    if case .resource = self { true } else { kind != nil }
  }
}
