import KubernetesObjects

extension UpgradeSubject: Comparable {
  /// Whether the left one comes first: by namespace, name and kind.
  public static func < (left: UpgradeSubject, right: UpgradeSubject) -> Bool {
    for (mine, theirs) in [(left.namespace, right.namespace), (left.name, right.name)] where !mine.hasSameBytes(as: theirs) {
      return mine.precedesInBytes(theirs)
    }
    return left.kind.precedesInBytes(right.kind)
  }
}
