import KubernetesObjects
import MeshMapping

/// What an upgrade does to Pods that somebody has to look at before it (CMP-5).
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum TroubleEffect: String, Sendable, Hashable, CaseIterable {
  /// Pods that are created anew have no sidecar any more.
  case losesSidecar = "loses-sidecar"
  /// Pods that are created anew have a sidecar that they had not.
  case gainsSidecar = "gains-sidecar"
  /// Pods are refused when they are created.
  case refused
  /// Dataplanes can no longer be made.
  case dataplaneFails = "dataplane-fails"
  /// Dataplanes are deleted, or left alone.
  case dataplaneGone = "dataplane-gone"
  /// A container uses a port that the sidecar listens on too.
  case portTaken = "port-taken"
  /// A port takes no traffic any more, and something is known to ask it.
  case portClosed = "port-closed"
  /// A proxy has no identity any more, so that its traffic is plaintext.
  case identityMissing = "identity-missing"
  /// Pods are in another mesh.
  case otherMesh = "other-mesh"
  /// A proxy is one of another kind.
  case otherProxy = "other-proxy"
  /// A service has another name.
  case serviceRenamed = "service-renamed"
  /// An inbound is merged into that of another service.
  case serviceMerged = "service-merged"
  /// An inbound, a gateway or its service is gone.
  case serviceGone = "service-gone"
  /// An entry of direct access no longer matches.
  case directAccess = "direct-access"
  /// A limit on what a Pod reaches no longer holds.
  case reach
  /// An inbound is no longer ready.
  case notReady = "not-ready"
  /// A tag, a label or a name is gone or another one by which a policy selects.
  case selected
}

extension TroubleEffect {
  /// What a change does.
  init(of change: ReleaseComparison.Change) {
    // What somebody selects by is gone, which would not matter otherwise.
    if !change.kind.needsAttention {
      self = .selected
      return
    }
    self.init(of: change.difference)
  }

  /// What a difference does that needs attention by itself.
  init(of difference: PodDifference) {
    self =
      switch difference {
      case .losesSidecar(.reject), .injection(_, .reject): .refused
      case .losesSidecar: .losesSidecar
      case .gainsSidecar: .gainsSidecar
      case .injection: .losesSidecar
      case .outcome(_, .fail): .dataplaneFails
      case .outcome: .dataplaneGone
      case .serviceRenamed: .serviceRenamed
      case .inboundMerged: .serviceMerged
      case .directAccess, .directAccessName: .directAccess
      case .reachableServicesUnread: .reach
      case .field(let difference): Self(of: difference.path)
      @unknown default: .selected
      }
  }

  private init(of path: FieldPath) {
    self =
      switch path {
      case .mesh: .otherMesh
      case .kind: .otherProxy
      case .inbound, .gateway: .serviceGone
      case .inboundTag(_, Self.serviceTag), .gatewayTag(Self.serviceTag): .serviceGone
      case .inboundReadiness: .notReady
      case .proxying(.directAccessServices): .directAccess
      case .proxying, .proxyingSection: .reach
      default: .selected
      }
  }

  private static let serviceTag = ExactString(KumaKey.serviceTag)

  /// The letter that stands for it in a matrix.
  public var letter: Character {
    switch self {
    case .losesSidecar: "L"
    case .gainsSidecar: "G"
    case .refused: "R"
    case .dataplaneFails: "F"
    case .dataplaneGone: "D"
    case .portTaken: "T"
    case .portClosed: "C"
    case .identityMissing: "I"
    case .otherMesh: "M"
    case .otherProxy: "K"
    case .serviceRenamed: "N"
    case .serviceMerged: "J"
    case .serviceGone: "S"
    case .directAccess: "A"
    case .reach: "O"
    case .notReady: "H"
    case .selected: "P"
    }
  }

  /// What it does, as the end of a sentence whose subject are so many workloads.
  public func phrase(of count: Int) -> String {
    let (one, many) = phrases
    return count == 1 ? one : many
  }

  /// What it does to one workload, and to several.
  private var phrases: (one: String, many: String) {
    switch self {
    case .losesSidecar:
      ("loses its sidecar once its Pods are recreated", "lose their sidecar once their Pods are recreated")
    case .gainsSidecar: ("gets a sidecar once its Pods are recreated", "get a sidecar once their Pods are recreated")
    case .refused: ("has new Pods refused", "have new Pods refused")
    case .dataplaneFails:
      ("gets no Dataplane, since Kuma cannot make one", "get no Dataplane, since Kuma cannot make one")
    case .dataplaneGone: ("loses its Dataplane", "lose their Dataplane")
    case .portTaken:
      ("uses a port that the sidecar takes", "use a port that the sidecar takes")
    case .portClosed: ("has a closed port that Prometheus asks", "have a closed port that Prometheus asks")
    case .identityMissing:
      ("has no identity, so its traffic is plaintext", "have no identity, so their traffic is plaintext")
    case .otherMesh: ("moves to another mesh", "move to another mesh")
    case .otherProxy: ("becomes another kind of proxy", "become another kind of proxy")
    case .serviceRenamed: ("has its service renamed", "have their service renamed")
    case .serviceMerged: ("has two services merged into one inbound", "have two services merged into one inbound")
    case .serviceGone: ("loses a service", "lose a service")
    case .directAccess:
      (
        "lists services for direct access that no longer match", "list services for direct access that no longer match"
      )
    case .reach: ("can reach more or less than it asks for", "can reach more or less than they ask for")
    case .notReady: ("has inbounds that are no longer ready", "have inbounds that are no longer ready")
    case .selected:
      ("changes something that a policy selects by", "change something that a policy selects by")
    }
  }
}
