public import KubernetesObjects
public import MeshMapping

/// What the direct access of a Pod means: what each entry resolves to, and the listeners that its proxy gets for it.
public struct PodDirectAccess: Sendable, Hashable {
  /// The namespace and name of the Pod; a pattern such as `web-*` where a workload has yet to make it.
  public let pod: ObjectName
  /// What makes the Pod; nil where nothing does.
  public let workload: WorkloadReference?
  /// How many Pods there are that have all of this.
  public let count: PodCount
  /// The mesh of the Pod.
  @ByteExact public private(set) var mesh: String
  /// The entries, in the order written.
  public let entries: [Entry]
  /// Whether the control plane looks at the entries: only where the traffic of the Pod is redirected.
  public let isServed: Bool
  /// The listeners that the proxy gets in addition to those that it has, each place once, in order.
  public let listeners: [DirectAccessListener]
  /// The places that entries name and that are outbound already, so that they get no listener more, in order.
  public let outboundAlready: [DirectAccessListener]
  /// The names that would give the same listeners in the place of `*`, in order; nil without a `*`, and in releases that know no names.
  @OptionalByteExactList public private(set) var replacement: [String]?

  /// The direct access of a Pod with the given values.
  public init(
    pod: ObjectName,
    workload: WorkloadReference?,
    count: PodCount,
    mesh: String,
    entries: [Entry],
    isServed: Bool,
    listeners: [DirectAccessListener],
    outboundAlready: [DirectAccessListener],
    replacement: [String]?
  ) {
    self.pod = pod
    self.workload = workload
    self.count = count
    self.mesh = mesh
    self.entries = entries
    self.isServed = isServed
    self.listeners = listeners
    self.outboundAlready = outboundAlready
    self.replacement = replacement
  }

  /// How many listeners the proxy of each of the Pods gets; at least so many, where it is unknown how many Pods a workload makes. O(*n*).
  public var listenerCount: Int { listeners.number }

  /// An entry of the list.
  public struct Entry: Sendable, Hashable {
    /// The entry as the release keeps it, whitespace and all.
    @ByteExact public private(set) var name: String
    /// What it resolves to.
    public let answer: Answer

    /// An entry that resolves to the given answer.
    public init(name: String, answer: Answer) {
      self.name = name
      self.answer = answer
    }
  }

  /// What an entry resolves to.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Answer: Sendable, Hashable {
    /// Every inbound of the mesh but those of the Pod itself.
    case everyService
    /// These places; none where only the Pod itself offers the service.
    case places([DirectAccessListener])
    /// Nothing of the input, and a service whose name is near.
    case nothing(nearest: ExactString?)
    /// Nothing: there is a Service with such a port, and no Pod of the mesh behind it.
    case unoffered
    /// Nothing, since it is not the name of a service on Kubernetes; and a service whose name is near.
    case noName(ServiceNameError, nearest: ExactString?)
    /// Nothing, since the release only knows `*`, or names in a label of Dataplanes.
    case notMatched(DirectAccess.NameMatching)
  }
}

extension PodDirectAccess: Identifiable {
  /// The namespace and name of the Pod.
  public var id: ObjectName { pod }
}

extension PodDirectAccess.Answer {
  /// Whether the entry names nothing, so that it does nothing.
  public var isNothing: Bool {
    switch self {
    case .everyService, .places: false
    case .nothing, .unoffered, .noName, .notMatched: true
    }
  }

  /// A service whose name is near, where the entry names nothing.
  public var nearest: ExactString? {
    switch self {
    case .nothing(let nearest), .noName(_, let nearest): nearest
    case .everyService, .places, .unoffered, .notMatched: nil
    }
  }

  /// What the entry resolves to as the end of a sentence that begins with it, safe to print.
  public var phrase: String {
    let hint = nearest.map { "; did you mean \($0.string.printedSafely)?" } ?? ""
    switch self {
    case .everyService: return "stands for every service of the mesh"
    case .places(let places) where places.isEmpty: return "is offered by the Pod itself only"
    case .places(let places): return "leads to \(places.number) place\(places.number == 1 ? "" : "s")"
    case .nothing: return "names no service of the input\(hint)"
    case .unoffered: return "is a service that no Pod of the mesh offers"
    case .noName(let error, _): return "is not the name of a service: \(error)\(hint)"
    case .notMatched(.serviceLabel): return "is held against the label \(KumaKey.serviceTag) of Dataplanes, and none has it"
    case .notMatched: return "does nothing in this release, where only \(DirectAccess.wildcard) counts"
    }
  }

  /// The name of the case, which never changes its meaning.
  public var code: String {
    switch self {
    case .everyService: "everyService"
    case .places: "places"
    case .nothing: "nothing"
    case .unoffered: "unoffered"
    case .noName: "noName"
    case .notMatched: "notMatched"
    }
  }
}
