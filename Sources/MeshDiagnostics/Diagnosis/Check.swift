/// A question that is asked of objects. Its findings are all of one kind; see the guide "Adding a finding".
protocol Check: SendableMetatype {
  /// The kind of its findings.
  static var kind: FindingKind { get }
}

/// A question that is asked of a Pod, or of the Pods that a workload will make.
protocol PodCheck: Check {
  /// What there is to say about a Pod.
  static func findings(on pod: PodSubject) -> [Finding]
}

/// A question that is asked of a Service. Where it is to be told with the Pods that the Service selects, the check is a ``PodCheck`` too.
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
