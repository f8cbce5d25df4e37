public import KubernetesObjects
public import MeshMapping

/// A Service, or a port of one, that leads to no Pod in the mesh.
public struct StrayService: Sendable, Hashable {
  /// The namespace and name of the Service.
  public let service: ObjectName
  /// Why.
  public let reason: Reason

  /// A Service that leads nowhere for the given reason.
  public init(service: ObjectName, reason: Reason) {
    self.service = service
    self.reason = reason
  }

  /// Why a Service leads nowhere.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Reason: Sendable, Hashable {
    /// It is annotated to be left out.
    case ignored
    /// It is an alias of a name outside the cluster.
    case externalName
    /// It has no ports at all, or none that is TCP.
    case noTCPPort
    /// It selects no Pod, and none that a workload will make.
    case selectsNothing
    /// It selects no Pod yet, and may select some that a workload will make: those that get this label.
    case labelUnknown(key: ExactString, wanted: ExactString)
    /// It has no selector, and no EndpointSlice of it names a Pod that is in the mesh.
    case namesNothing
    /// It selects this many Pods, and none of them is in a mesh.
    case podsOutsideMesh(Int)
    /// It selects this many Pods of a mesh, and the control plane fails on each of them, so that none gets a Dataplane.
    case podsFail(Int)
    /// No container of the Pods that it selects declares a port of the name that this port of it leads to.
    case unresolved(port: Int, target: ExactString)
    /// What decides is not in the input.
    case unknown(needs: Completeness.Kind)
  }
}

extension StrayService: Identifiable {
  /// The Service and the reason: a Service may have several ports that lead nowhere.
  public var id: StrayService { self }
}

extension StrayService.Reason {
  /// The reason as the end of a sentence that begins with the Service, safe to print.
  public var phrase: String {
    switch self {
    case .ignored: "is left out by its annotation \(KumaKey.ignore)"
    case .externalName: "is an alias of a name outside the cluster"
    case .noTCPPort: "has no TCP port"
    case .selectsNothing: "selects no Pod of the input"
    case .labelUnknown(let key, let wanted):
      "selects those of the Pods to come, if any, that get the label \(key.printedSafely)=\(wanted.printedSafely) when they are created"
    case .namesNothing: "has no selector, and no EndpointSlice of it names a Pod in the mesh"
    case .podsOutsideMesh(let count): "selects \(count) Pod\(count == 1 ? "" : "s"), none of them in a mesh"
    case .podsFail(let count):
      "selects \(count) Pod\(count == 1 ? "" : "s") of a mesh, and none gets a Dataplane, because the control plane fails on \(count == 1 ? "it" : "them")"
    case .unresolved(let port, let target):
      "port \(port) leads to the container port \(target.string.quotedSafely), which no Pod that it selects has"
    case .unknown(.namespaces): "leads to Pods of which nobody knows whether they are in a mesh: add their Namespace"
    case .unknown(let needs): "may lead to Pods that are not in the input: add \(needs.phrase)"
    }
  }

  /// The name of the reason, which never changes its meaning.
  public var code: String {
    switch self {
    case .ignored: "ignored"
    case .externalName: "externalName"
    case .noTCPPort: "noTCPPort"
    case .selectsNothing: "selectsNothing"
    case .labelUnknown: "labelUnknown"
    case .namesNothing: "namesNothing"
    case .podsOutsideMesh: "podsOutsideMesh"
    case .podsFail: "podsFail"
    case .unresolved: "unresolvedTargetPort"
    case .unknown: "incompleteInput"
    }
  }
}
