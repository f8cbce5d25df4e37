/// A check of Pods, and whether it is asked once for replicas.
struct CataloguedPodCheck: Sendable {
  /// The check.
  let check: any PodCheck.Type
  /// Whether replicas have one answer.
  let isShared: Bool

  /// A check of the catalogue.
  init(_ check: any PodCheck.Type) {
    self.check = check
    isShared = check is any SharedPodCheck.Type
  }
}
