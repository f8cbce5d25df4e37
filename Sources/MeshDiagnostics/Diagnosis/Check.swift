/// A question that is asked of objects. Its findings are all of one kind; see the guide "Adding a finding".
protocol Check: SendableMetatype {
  /// The kind of its findings.
  static var kind: FindingKind { get }
}

/// A question that is asked of a Pod, or of the Pods that a workload will make.
///
/// It may look at everything but what a ``PodDataplaneCheck`` looks at. Of replicas it is asked again where the statuses of their containers
/// are not the same.
protocol PodCheck: Check {
  /// What there is to say about a Pod.
  static func findings(on pod: PodSubject) -> [Finding]
}

/// A question to which replicas have one answer, so that it is asked once for all of them.
///
/// It looks at what replicas share: the labels and annotations, the specification, the owners, the phase, the decision, the mesh, the
/// Services. Not at the name or the address of the Pod, the statuses of its containers, what its Node gives, or the Dataplane that exists;
/// `ReplicaLikeness` says it exactly.
protocol SharedPodCheck: PodCheck {}

/// A question about fields of a Pod's Dataplane that are its own, such as the address: it is asked of each Pod.
protocol PodDataplaneCheck: PodCheck {
  /// Whether the question may have an answer, for Pods of the same namespace that are all like one.
  static func mayConcern(_ pod: PodSubject) -> Bool
}

/// A question that is asked of a Service. What it finds is reported on the Service, and on each Pod that the Service selects.
protocol ServiceCheck: Check {
  /// What there is to say about a Service.
  static func findings(on service: ServiceSubject) -> [Finding]
}

/// A question that is asked of an object that makes Pods.
protocol WorkloadCheck: Check {
  /// What there is to say about a workload.
  static func findings(on workload: WorkloadSubject) -> [Finding]
}

/// A question that is asked of a Namespace.
protocol NamespaceCheck: Check {
  /// What there is to say about a Namespace.
  static func findings(on namespace: NamespaceSubject) -> [Finding]
}
