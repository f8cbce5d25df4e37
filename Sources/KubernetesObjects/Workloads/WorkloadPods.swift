/// The Pods that a workload will make, as far as they are known before there are any.
public struct WorkloadPods: Sendable, Hashable {
  /// The workload.
  public let workload: ObjectReference
  /// The namespace as the workload has it written; nil where it leaves it to the API server.
  @OptionalByteExact public private(set) var namespace: String?
  /// What the Pods are made of.
  public let template: PodTemplateSpec
  /// How many there will be at a time.
  public let count: PodCount
  /// The name of each.
  public let name: RunTimeString
  /// The names of all, where they are known; nil elsewhere.
  public private(set) var names: PodNames?
  /// What will own them, the nearest first; nil where nobody but an operator knows.
  public private(set) var owners: [PlannedOwner]?
  /// The labels that controllers add.
  public private(set) var labels: [RunTimeEntry] = []
  /// The annotations that controllers add.
  public private(set) var annotations: [RunTimeEntry] = []
  /// The Services whose selectors a controller patches, so that each selects some of the Pods only, whatever it says.
  @ByteExactList public private(set) var patchedServices: [String]

  /// Pods with the given values.
  init(
    of workload: some Workload,
    template: PodTemplateSpec,
    count: PodCount,
    name: RunTimeString,
    names: PodNames? = nil,
    owners: [PlannedOwner]?,
    labels: [RunTimeEntry] = [],
    annotations: [RunTimeEntry] = [],
    patchedServices: [String] = []
  ) {
    self.workload = workload.reference
    namespace = workload.metadata.namespace
    self.template = template
    self.count = count
    self.name = name
    self.names = names
    self.owners = owners
    self.labels = labels + Self.ofNode
    self.annotations = annotations
    self.patchedServices = patchedServices
  }

  /// The labels that the API server copies from the Node once a Pod is bound to one, over those that the Pod has.
  private static let ofNode = topologyKeys.map { RunTimeEntry($0, .parts(.topology), since: topologyMinorVersion) }

  /// The labels of a Node that the API server copies to its Pods.
  package static let topologyKeys = ["topology.kubernetes.io/region", "topology.kubernetes.io/zone"]
  /// The version 1.*n* of Kubernetes from which on it does so.
  package static let topologyMinorVersion = 35
}

extension WorkloadPods {
  /// A Pod as far as it is known. Its name is a pattern, such as `web-*`, and so are those of its owners; what controllers add is there
  /// where its value is known, and what of the template has the key of another one is not.
  ///
  /// - Parameter minorVersion: The version 1.*n* of Kubernetes, which decides what controllers add.
  public func pod(underKubernetes minorVersion: Int) -> Pod {
    pod(named: "\(name)", ownerNames: \.description, underKubernetes: minorVersion) { $0.addAsKnown(to: &$1) }
  }

  /// The Pod of a number, whose name is known, as far as it is known besides; nil where there is none of that number.
  ///
  /// - Parameters:
  ///   - ordinal: The number.
  ///   - minorVersion: The version 1.*n* of Kubernetes, which decides what controllers add.
  public func pod(at ordinal: Int, underKubernetes minorVersion: Int) -> Pod? {
    guard let names, names.ordinals.contains(ordinal) else { return nil }
    let (first, second) = (StandIn.first.with(ordinal: ordinal), StandIn.second.with(ordinal: ordinal))
    return pod(named: names[ordinal], ownerNames: \.description, underKubernetes: minorVersion) { entry, map in
      let string = entry.value.string(with: first)
      map[entry.key] = string.hasSameBytes(as: entry.value.string(with: second)) ? string : nil
    }
  }

  /// A Pod with what only a running one has made up.
  package func pod(with standIn: StandIn, underKubernetes minorVersion: Int) -> Pod {
    var pod = pod(named: name.string(with: standIn), ownerNames: \.description, underKubernetes: minorVersion) {
      $0.add(to: &$1, with: standIn)
    }
    pod.metadata.ownerReferences = Array(ownerReferences(with: standIn).prefix(1))
    return pod
  }

  /// What owns a Pod, the nearest first, with what only a running one has made up. Where nobody but an operator knows, one of two
  /// stand-ins is owned by a StatefulSet and the other by a Deployment, of names that go with that of the Pod.
  package func ownerReferences(with standIn: StandIn) -> [OwnerReference] {
    if let owners { return owners.map { $0.reference(named: $0.name.string(with: standIn)) } }
    let isFirst = standIn.ending == StandIn.first.ending
    let kinds =
      isFirst
      ? [(StatefulSet.apiVersions[0], StatefulSet.kind, "x")]
      : [(ReplicaSet.apiVersions[0], ReplicaSet.kind, "5-c"), (Deployment.apiVersions[0], Deployment.kind, "5")]
    return kinds.map { apiVersion, kind, ending in
      let name = "\(workload.name)-\(ending)"
      return PlannedOwner(apiVersion, kind, named: .known(name)).reference(named: name)
    }
  }

  /// The labels whose values are unknown before there are Pods.
  ///
  /// - Parameter minorVersion: The version 1.*n* of Kubernetes, which decides what controllers add.
  public func unknownLabels(underKubernetes minorVersion: Int) -> [RunTimeEntry] {
    labels.filter { $0.minorVersion <= minorVersion && $0.knownValue == nil }
  }

  private func pod(
    named name: String,
    ownerNames: (RunTimeString) -> String,
    underKubernetes minorVersion: Int,
    _ add: (RunTimeEntry, inout StringMap) -> Void
  ) -> Pod {
    var metadata = ObjectMeta(
      name: name,
      namespace: namespace,
      labels: template.labels,
      annotations: template.annotations,
      ownerReferences: owners?.first.map { [$0.reference(named: ownerNames($0.name))] } ?? []
    )
    for label in labels where label.minorVersion <= minorVersion { add(label, &metadata.labels) }
    for annotation in annotations where annotation.minorVersion <= minorVersion { add(annotation, &metadata.annotations) }
    return Pod(metadata: metadata, spec: template.spec)
  }
}
