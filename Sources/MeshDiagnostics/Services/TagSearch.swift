public import KubernetesObjects
public import MeshMapping

/// The Pods that some tags pick, as a policy of the mesh picks them, and those that look as if they should be among them.
public struct TagSearch: Sendable, Hashable {
  /// The tags, all of which one inbound or the gateway must have.
  public let tags: StringMap
  /// The Pods that are picked, by namespace and name.
  public let picked: [Picked]
  /// The Pods that have the labels and are not picked, by namespace and name.
  public let missed: [Missed]

  /// What some tags pick.
  public init(tags: StringMap, picked: [Picked], missed: [Missed]) {
    self.tags = tags
    self.picked = picked
    self.missed = missed
  }

  /// A Pod that is picked.
  public struct Picked: Sendable, Hashable, Identifiable {
    /// What happens to the Pod.
    public let report: PodReport
    /// The inbounds that have the tags; empty where the gateway has them.
    public let inbounds: [Dataplane.Inbound]

    /// The namespace and name of the Pod.
    public var id: ObjectName { report.name }
  }

  /// A Pod that has the labels and is not picked.
  public struct Missed: Sendable, Hashable, Identifiable {
    /// What happens to the Pod.
    public let report: PodReport
    /// Why it is not picked.
    public let reason: Reason

    /// The namespace and name of the Pod.
    public var id: ObjectName { report.name }

    /// Why a Pod that has the labels is not picked.
    #if hasAttribute(nonexhaustive)
      @nonexhaustive
    #endif
    public enum Reason: Sendable, Hashable {
      /// It has no Dataplane.
      case noDataplane
      /// Its Dataplane has other tags: one that lies over the label, or none of that key.
      case otherTag(key: ExactString, value: ExactString?)
    }
  }
}

extension Cluster {
  /// The Pods that some tags pick, once all are injected and run; an empty value of a tag stands for any, and so does `*`.
  ///
  /// O(*n*) for *n* Pods, plus the cost of their previews.
  public func pods(taggedWith tags: StringMap) -> TagSearch {
    var picked: [TagSearch.Picked] = []
    var missed: [TagSearch.Missed] = []
    for report in previews() {
      let networking = report.outcome.dataplane?.networking
      let inbounds = networking?.inbound.filter { Self.satisfy(tags) { $0.tags[$1] }($0) } ?? []
      let isGatewayPicked = networking?.gateway.map { Self.satisfy(tags) { $0.tags[$1] }($0) } ?? false
      if !inbounds.isEmpty || isGatewayPicked {
        picked.append(.init(report: report, inbounds: inbounds))
      } else if Self.satisfy(tags, { $0.metadata.labels[$1] })(report.pod) {
        missed.append(.init(report: report, reason: Self.reason(why: tags, miss: networking)))
      }
    }
    return TagSearch(tags: tags, picked: picked, missed: missed)
  }

  /// Whether something has the tags, by what its value of a key is.
  private static func satisfy<Value>(
    _ tags: StringMap,
    _ value: @escaping (Value, String) -> String?
  ) -> (Value) -> Bool {
    { holder in
      tags.allSatisfy { tag in
        guard let found = value(holder, tag.key) else { return false }
        return tag.value.isEmpty || tag.value == "*" || found.hasSameBytes(as: tag.value)
      }
    }
  }

  private static func reason(why tags: StringMap, miss networking: Dataplane.Networking?) -> TagSearch.Missed.Reason {
    guard let networking, let first = networking.gateway?.tags ?? networking.inbound.first?.tags else { return .noDataplane }
    let differing = tags.first { tag in
      !(first[tag.key].map { $0.hasSameBytes(as: tag.value) || tag.value == "*" || tag.value.isEmpty } ?? false)
    }
    guard let differing else { return .noDataplane }
    return .otherTag(key: differing.id, value: first[differing.key].map { ExactString($0) })
  }
}
