public import KubernetesJSON
public import KubernetesObjects

/// What an input lacks, and how many Pods have something unknown by it.
public struct Incompleteness: Sendable, Hashable {
  /// The kind of object that the input would have to hold.
  public let needs: Completeness.Kind
  /// How many Pods have something unknown by it.
  public let pods: Int
  /// The objects of the kind that are there and could not be read, in order; where there are any, these are what is to be mended.
  public private(set) var unreadable: [ObjectReference] = []
  /// The objects of the kind that something names and that are not in the input, in order; empty where none is known by name.
  public let missing: [ObjectReference]

  /// What an input lacks.
  ///
  /// - Parameters:
  ///   - needs: The kind of object that the input would have to hold.
  ///   - pods: How many Pods have something unknown by it.
  ///   - missing: Objects that something names and that are not in the input; those of other kinds are left out.
  public init(needs: Completeness.Kind, pods: Int, missing: [ObjectReference] = []) {
    self.needs = needs
    self.pods = pods
    self.missing = Set(missing).filter(needs.mayBe).sorted()
  }

  /// What is unknown of some reports, by what the input would have to hold, in the order of the kinds. O(*n*).
  public static func of(_ reports: some Sequence<PodReport>) -> [Incompleteness] {
    var count = Count()
    for report in reports { count.add(report) }
    return count.all
  }

  /// A count of Pods by what the input would have to hold.
  public struct Count: Sendable {
    private var pods: [Completeness.Kind: Int] = [:]

    /// A count of no Pods.
    public init() {}

    /// Counts the Pod of a report for each kind that something of it needs.
    public mutating func add(_ report: PodReport) {
      let needs = report.admission.decision.needs + report.outcome.verdict.needs + report.outcome.unknownValues.map(\.needs)
      // Nothing can be added to an input for what no input holds.
      let lacking = needs.filter { $0 != .controlPlane }
      if !lacking.isEmpty { add(lacking) }
    }

    /// Counts a Pod for each of some kinds.
    public mutating func add(_ needs: some Sequence<Completeness.Kind>) {
      for kind in Set(needs) { pods[kind, default: 0] += 1 }
    }

    /// Adds another count.
    public mutating func add(_ other: Count) {
      pods.merge(other.pods) { $0 + $1 }
    }

    /// What was counted, in the order of the kinds.
    public var all: [Incompleteness] {
      Completeness.Kind.allCases.compactMap { kind in pods[kind].map { Incompleteness(needs: kind, pods: $0) } }
    }
  }
}

extension Incompleteness: JSONWritable {
  /// Writes the kind, the number of Pods and the sentence.
  @specialized(where Sink == JSONWriter)
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(needs.rawValue, forKey: "needs")
      object.write(pods, forKey: "pods")
      object.write(message, forKey: "message")
    }
  }

  /// What is unknown and what to add to the input, as a sentence.
  public var message: String {
    let subject = pods == 1 ? "1 Pod" : "\(pods) Pods"
    if let broken, pods == 0 {
      let isOther = unreadable.contains { $0.documentState == .unapplied || $0.documentState == .missing }
      let doubt = isOther ? "What is shown may be other than what is deployed" : "There may be more than is shown"
      return "\(doubt): \(broken); \(fixing)."
    }
    if let broken { return message(about: subject, broken) }
    if !missing.isEmpty {
      let (are, them) = missing.count == 1 ? ("is", "it") : ("are", "them")
      return
        "\(subject) \(pods == 1 ? "needs" : "need") \(Self.listed(missing)), which \(are) not in the input: add \(them), or create \(them) in the cluster."
    }
    return switch needs {
    case .pods where pods == 0:
      "No Pod could be judged: the input has none, and no workloads that make any; add pods, or Deployments and the like."
    case .pods: "Some values of \(subject) are known only once the Pods run."
    case .nodes:
      "Labels of Nodes are unknown for \(subject): add nodes to the input; a Pod has no Node before it is scheduled."
    case .services: "\(subject) may have more inbounds than are given: a Service could not be read."
    case .policies:
      "\(subject) may be selected by something that changes: not all policies are in the input, or not all could be read."
    case .dataplanes where pods == 0: "Nothing can be checked: the input has no Dataplanes; add dataplanes to the input."
    case .dataplanes: "\(subject) cannot be checked: the input has no Dataplanes; add dataplanes to the input."
    default: "Answers about \(subject) rest on what is not in the input: add \(needs.phrase) to it."
    }
  }

  /// The same, naming those of some objects that are of the kind and could not be read; where some are named already, these.
  public func naming(_ unreadable: Set<ObjectReference>) -> Incompleteness {
    guard self.unreadable.isEmpty else { return self }
    var named = self
    // Of Pods that are there no document is the reason.
    named.unreadable = unreadable.filter { needs.isTold(of: $0) && !($0.isDocument && pods > 0) }.sorted()
    return named
  }

  /// What an input lacks, with what of it could not be read, and what may be there besides.
  ///
  /// - Parameters:
  ///   - lacks: What is unknown of Pods.
  ///   - unreadable: What could not be read.
  ///   - unread: What there may be besides, as ``ofUnread(_:of:)`` has it.
  public static func all(
    _ lacks: [Incompleteness],
    naming unreadable: Set<ObjectReference>,
    besides unread: [Incompleteness]
  ) -> [Incompleteness] {
    let named = lacks.map { $0.naming(unreadable) }
    return named + unread.filter { lack in !named.contains { $0.needs == lack.needs && !$0.unreadable.isEmpty } }
  }

  /// What may be there besides what an input holds, since it could not be read or stands behind the end of a list.
  ///
  /// - Parameters:
  ///   - unreadable: What could not be read.
  ///   - kinds: The kinds of what is looked for; what makes Pods is of the Pods.
  /// - Returns: A lack of no Pods for each of the kinds, in their order, of which something could not be read.
  /// - Complexity: O(*n* log *n*) in what could not be read.
  public static func ofUnread(
    _ unreadable: Set<ObjectReference>,
    of kinds: [Completeness.Kind]
  ) -> [Incompleteness] {
    guard !unreadable.isEmpty else { return [] }
    return kinds.compactMap { kind in
      let found = unreadable.filter { object in
        kind.isTold(of: object) || kind == .pods && object.mayMakePods
      }
      guard !found.isEmpty else { return nil }
      var lack = Incompleteness(needs: kind, pods: 0)
      lack.unreadable = found.sorted()
      return lack
    }
  }

  private func message(about subject: String, _ broken: String) -> String {
    switch needs {
    case .services: "\(subject) may have more inbounds than are given: \(broken); \(fixing)."
    case .policies:
      "\(subject) \(pods == 1 ? "has" : "have") a tag, label or name that changes, and a policy may select by it: \(broken); \(fixing)."
    default:
      "\(subject) \(pods == 1 ? "is" : "are") only partly known: \(broken); \(fixing), and add missing \(needs.phrase)."
    }
  }

  /// What to do about what could not be read.
  private var fixing: String {
    if unreadable.allSatisfy(\.name.isEmpty) { return "list everything without a limit" }
    let states = Set(unreadable.map(\.documentState))
    return "\(ObjectReference.DocumentState.allCases.filter(states.contains).map(\.remedy).joined(separator: " and ")) that"
  }

  /// What could not be read, as the end of a sentence; nil where nothing is named.
  private var broken: String? {
    guard !unreadable.isEmpty else { return nil }
    return Self.listed(unreadable, \.brokenPhrase)
  }

  /// The first of some objects, and how many more there are; safe to print.
  static func listed(_ objects: [ObjectReference], _ phrase: (ObjectReference) -> String = \.description) -> String {
    let some = objects.prefix(3).map(phrase).joined(separator: ", ")
    return objects.count > 3 ? "\(some) and \(objects.count - 3) more" : some
  }
}

extension Completeness.Kind {
  /// Whether an object that could not be read is named as one that may be of the kind: a document, which may hold anything, once, among what
  /// makes Pods.
  fileprivate func isTold(of object: ObjectReference) -> Bool { object.isDocument ? self == .pods : mayBe(of: object) }
}

extension ObjectReference {
  /// Whether the object may make Pods: of a kind that does, or of one that nobody here knows.
  fileprivate var mayMakePods: Bool {
    if ["ReplicaSet", "Job"].contains(where: { kind.hasSameBytes(as: $0) }) { return true }
    guard Completeness.Kind(of: self) == nil, !apiGroup.hasSuffix(".k8s.io"), !kind.hasSuffix("Insight") else {
      return false
    }
    return !apiGroup.isEmpty || ["ReplicationController", "PodTemplate"].contains { kind.hasSameBytes(as: $0) }
  }

  /// The object that could not be read, e.g. `Service demo/web could not be read`; safe to print.
  var brokenPhrase: String {
    if isDocument { return "\(name.printedSafely) \(documentState.phrase)" }
    if kind.isEmpty { return "a List was cut off, and nobody knows which kinds are missing" }
    if name.isEmpty { return "a list of \(kind.printedSafely) objects was cut off" }
    return "\(self) could not be read"
  }
}

extension ObjectReference.DocumentState {
  /// What was not done with a document, as the end of a sentence.
  fileprivate var phrase: String {
    switch self {
    case .unreadable: "could not be read"
    case .unrendered: "was not rendered"
    case .unapplied: "was not applied"
    case .missing: "is not in the input"
    case .unexpanded: "has Pods that were not looked at"
    }
  }

  /// What to do with it, in the imperative.
  var remedy: String {
    switch self {
    case .unreadable: "fix"
    case .unrendered: "render"
    case .unapplied: "apply"
    case .missing: "add"
    case .unexpanded: "expand"
    }
  }
}
