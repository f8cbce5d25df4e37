import KubernetesObjects
import MeshMapping

/// What is around an object that a note may concern.
struct NoteSurroundings: Sendable {
  /// All objects.
  let cluster: Cluster
  /// What Kuma reads besides.
  let resources: [MeshResource]
  /// How many policies of a kind there are for one target.
  private let targets: [Target: Int]
  /// The kinds of what Kuma reads besides, by mesh.
  private let kinds: [ExactString: Set<ExactString>]
  /// The namespaces of which what Kuma reads besides has a kind.
  private let namespaces: [ExactString: Set<ExactString>]
  /// The services of builtin gateways.
  let gatewayServices: Set<ExactString>
  /// The meshes in which a policy for incoming traffic says when requests time out.
  let meshesWithInboundTimeout: Set<ExactString>
  /// What the MeshIdentities of each mesh select that select anything.
  let identities: [ExactString: [ProxySelector]]
  /// What becomes of the Pods in the release after; nil where no note of it is looked for that needs it.
  let after: Cluster?
  /// The namespaces in which Containers get a limit of the CPU where they say none.
  let namespacesWithDefaultLimit: Set<ExactString>
  /// The Pods of the namespaces in which a quota limits the CPU.
  let podsUnderQuota: [ExactString: [Pod]]

  /// What is around the objects of a cluster.
  ///
  /// - Parameters:
  ///   - cluster: The cluster, under the release before.
  ///   - pods: The Pods.
  ///   - after: The cluster under the release after, where a note needs it.
  init(of cluster: Cluster, pods: [Pod], after: Cluster? = nil) {
    self.cluster = cluster
    self.after = after
    var kinds: [ExactString: Set<ExactString>] = [:]
    var namespaces: [ExactString: Set<ExactString>] = [:]
    var targets: [Target: Int] = [:]
    resources = cluster.resources
    for resource in resources {
      targets[Target(of: resource), default: 0] += 1
      if resource.isOfMesh { kinds[ExactString(resource.effectiveMesh), default: []].insert(ExactString(resource.kind)) }
      namespaces[ExactString(resource.kind), default: []].insert(ExactString(resource.metadata.namespace ?? ""))
    }
    self.kinds = kinds
    self.targets = targets
    self.namespaces = namespaces
    identities = resources.selectorsOfIdentities
    gatewayServices = Set(resources.flatMap(\.servicesOfGateway))
    meshesWithInboundTimeout = Set(
      resources.lazy.filter(\.setsInboundTimeout).map { ExactString($0.effectiveMesh) })
    namespacesWithDefaultLimit = Set(
      resources.lazy.filter(\.setsDefaultLimit).map { ExactString($0.metadata.effectiveNamespace) })
    let limited = Set(
      resources.lazy.filter { $0.limitOfCPU != nil }.map { ExactString($0.metadata.effectiveNamespace) })
    let podsOfLimited =
      limited.isEmpty ? [] : pods.filter { limited.contains(ExactString($0.metadata.effectiveNamespace)) }
    podsUnderQuota = Dictionary(grouping: podsOfLimited) { ExactString($0.metadata.effectiveNamespace) }
  }

  /// Whether there is an object of a kind in a mesh.
  func has(_ kind: String, in mesh: String) -> Bool { kinds[ExactString(mesh)]?.contains(ExactString(kind)) ?? false }

  /// Whether there is an object of a kind in any mesh.
  func hasAnywhere(_ kind: String) -> Bool { namespaces[ExactString(kind)] != nil }

  /// Whether another policy of the kind has the same target.
  func hasTie(_ policy: MeshResource) -> Bool { (targets[Target(of: policy)] ?? 0) > 1 }

  /// What a policy is for.
  private struct Target: Hashable {
    @ByteExact private(set) var kind: String
    @ByteExact private(set) var mesh: String
    let target: FieldValue

    init(of policy: MeshResource) {
      target = policy.fields["targetRef"] ?? .null
      kind = policy.kind
      mesh = policy.effectiveMesh
    }
  }

  /// Whether there is any object besides in a mesh.
  func knows(_ mesh: String) -> Bool { kinds[ExactString(mesh)] != nil }

  /// Whether there is an object of a kind in a namespace.
  func has(_ kind: String, inNamespace namespace: String) -> Bool {
    self.namespaces[ExactString(kind)]?.contains(ExactString(namespace)) ?? false
  }
}
