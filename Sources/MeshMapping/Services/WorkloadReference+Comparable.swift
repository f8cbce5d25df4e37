import KubernetesObjects

extension WorkloadReference: Comparable {
  /// By namespace, then by kind and by name, each in the order of its bytes.
  public static func < (left: WorkloadReference, right: WorkloadReference) -> Bool {
    let order = left.namespace.byteOrder(to: right.namespace)
    if order != 0 { return order < 0 }
    let kinds = left.kind.byteOrder(to: right.kind)
    return kinds == 0 ? left.name.precedesInBytes(right.name) : kinds < 0
  }
}
