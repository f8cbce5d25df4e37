extension MappingRules {
  /// The rules of the documentation page "Data plane on Kubernetes".
  ///
  /// Where the page speaks, the page holds; where it is silent, Kuma 1.6.5 does, the release that it documents. So these are the
  /// rules of 1.6.5 with what the page says otherwise, and one exception: readiness follows deletion (INB-3).
  public static let documented: MappingRules = {
    var rules = ReleaseHistory.rules(of: KumaRelease(1, 6, 5))
    for edit in documentedEdits { edit.apply(to: &rules) }
    return rules
  }()

  /// What the page says otherwise than Kuma 1.6.5 does, and the one exception.
  static let documentedEdits: [RuleEdit] = [
    // The page reserves keys with kuma.io/ for every Pod, and names the service after the Pod.
    .set(\.tags.reservedLabelsWithoutService, .dropped),
    .set(\.tags.nameWithoutService, .podName),
    // It lists the tags that are added, and kuma.io/instance is not among them.
    .set(\.tags.instanceTag, .absent),
    // Its example of a list has whitespace; and it says that transparent proxying is used on Kubernetes, without condition.
    .set(\.transparentProxying.directAccess, .documented),
    .set(\.transparentProxying.activation, .alwaysOn),
    .set(\.outbounds.writing, .never),
    // The exception: the page is silent, and 1.6.5 takes a Pod that is being deleted for ready. Every release from 1.7.0 on does
    // not, and neither would anybody who asks what the rules are.
    .set(\.inbounds.deletion, .notReady),
  ]
}
