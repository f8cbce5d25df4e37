package import KubernetesObjects
package import MeshMapping

/// What was read: the objects that can be used, and what there is to say about the rest.
package struct ReadInput: Sendable {
  /// The objects, each once.
  package var objects: [ClusterObject] = []
  /// The objects that cannot be read, each with where and why.
  package var failures: [ObjectFailure] = []
  /// Where those of them stand that are told.
  var unread: [UnreadObject] = []
  /// What nobody knows the objects of: files and documents that cannot be read, and what has yet to be rendered or applied.
  var unknownDocuments: Set<ObjectReference> = []
  /// What cannot be used; with any of them the command ends with status 2.
  package var problems: [InputProblem] = []
  /// What is no problem, but to be known.
  package var notes: [String] = []
  /// Whether there is more than was read, once templates are rendered and patches applied.
  var isUnrendered = false
  /// How many objects are said to be deleted, as a watch says it.
  package var deletions = 0
  /// What the input shows of the control plane that runs there.
  package var controlPlane = DetectedControlPlane()
  /// Where the objects stand.
  package var places = InputPlaces()

  package init() {}

  /// Whether everything could be used.
  package var isUsable: Bool { problems.isEmpty }
}

extension ReadInput {
  /// The objects that are there and cannot be read, as far as they say what they are, and the documents of which nobody knows what they
  /// hold.
  package var unreadable: Set<ObjectReference> {
    Set(failures.lazy.compactMap(\.reference)).union(unknownDocuments)
  }

  /// The kinds of which an object is there that does not say its name, so that not all of that kind are known.
  package var kindsWithoutNames: Set<Completeness.Kind> {
    Set(
      failures.lazy.filter { $0.name == nil && $0.reference == nil }.compactMap { failure in
        let type = ObjectType(apiVersion: failure.apiVersion ?? "", kind: failure.kind ?? "")
        return Completeness.Kind(of: ObjectReference(apiGroup: type.apiGroup, kind: type.kind, namespace: "", name: ""))
      })
  }

  /// That there is no Pod and nothing that makes one, but in what has yet to be rendered: nothing can be said of an input like that.
  package var vanishing: String? {
    guard isUnrendered, !objects.contains(where: \.isOfPods) else { return nil }
    return "the input has no Pods and nothing that makes them, but for what was skipped; render that first"
  }

  /// That no object is of a kind that is read, with what there is; nil where one is.
  package var emptiness: String? {
    guard !objects.contains(where: \.isRead) else { return nil }
    guard !objects.isEmpty else { return "the input has no object" }
    let verb = objects.count == 1 ? "there is" : "there are"
    return "the input has no object of a kind that is read; \(verb) \(Self.list(of: objects))"
  }

  /// The files that hold objects of which none changes a Dataplane, each with what there is to say about that.
  package var idleFiles: [String] {
    var files: [ExactString] = []
    var held: [ExactString: [ClusterObject]] = [:]
    for object in objects {
      guard let file = places[object.reference].map({ ExactString($0.source.name) }) else { continue }
      if held[file] == nil { files.append(file) }
      held[file, default: []].append(object)
    }
    return files.compactMap { file in
      guard let objects = held[file], !objects.contains(where: \.isRead) else { return nil }
      let isPolicies = objects.contains { if case .resource = $0 { true } else { false } }
      let reason = isPolicies ? ": policies are not evaluated" : ""
      return "\(file.string.printedSafely) changes no Dataplane\(reason); it holds \(Self.list(of: objects))"
    }
  }

  /// How many objects there are of each kind.
  private static func list(of objects: [ClusterObject]) -> String {
    let counts = Dictionary(grouping: objects, by: { ExactString($0.reference.kind) }).mapValues(\.count)
    let kinds = counts.sorted { $0.key.string.utf8.lexicographicallyPrecedes($1.key.string.utf8) }
    return kinds.map { "\($0.value) \($0.key.string.printedSafely)" }.joined(separator: ", ")
  }
}

extension ClusterObject {
  /// Whether the object is of a kind that is read, or makes Pods in a way that the caller says.
  fileprivate var isRead: Bool {
    if case .kubernetes(.customWorkload) = self { true } else { kind != nil }
  }
}
