public import KubernetesObjects

extension PodReport: Identifiable {
  /// The namespace and name of the Pod.
  public var id: ObjectName { name }
}

extension PodExplanation: Identifiable {
  /// The namespace and name of the Pod.
  public var id: ObjectName { report.name }
}

extension ServiceExplanation: Identifiable {
  /// The name of the Service in the Pod's namespace.
  public var id: ExactString { ExactString(name) }
}

extension Dataplane: Identifiable {
  /// The namespace and name.
  public var id: ObjectName { objectName }
}

extension ClusterPlan.Element: Identifiable {
  /// The namespace and name of Pod and Dataplane.
  public var id: ObjectName { name }
}

extension ClusterChange: Identifiable {
  /// The namespace and name of Pod and Dataplane.
  public var id: ObjectName { name }
}

extension VerificationProblem: Identifiable {
  /// The problem itself: a Dataplane may have several.
  public var id: VerificationProblem { self }
}

extension ReleaseComparison.Change: Identifiable {
  /// The change itself: a Pod may have several.
  public var id: ReleaseComparison.Change { self }
}

extension ReleaseChange: Identifiable {}

extension KumaTag: Identifiable {
  /// The tag's name.
  public var id: ExactString { ExactString(key) }
}

extension DroppedLabel: Identifiable {
  /// The label's key.
  public var id: ExactString { ExactString(key) }
}

extension FieldDifference: Identifiable {
  /// The field.
  public var id: FieldPath { path }
}
