extension ReleaseChange {
  package static let gatewayGone = ReleaseChange(
    "gateway-gone", .service, [.from(3, 0, 0)], [18366, 18662],
    "The annotation kuma.io/gateway is not read: such a Pod has inbounds like others, and its probes and incoming traffic are redirected.",
    [.set(\.gateway.annotation, .notRead)]
  )

  package static let directAccessWildcard = ReleaseChange(
    "direct-access-wildcard", .access, [.from(3, 0, 0)], [18392],
    "Of the direct access only * counts; a name matches nothing.",
    [.set(\.transparentProxying.directAccessNames, .notRead)]
  )

  package static let proxyingFieldsGoneEverywhere = ReleaseChange(
    "proxying-fields-gone-everywhere", .unmapped, [.from(3, 0, 0)], [18645],
    "No Dataplane can have redirect ports or an IP family mode, those that are written by hand included."
  )

  package static let reservedLabelsDropped = ReleaseChange(
    "reserved-labels-dropped", .selectable, [.from(3, 0, 0)], [18411, 18648],
    "Labels whose key begins with kuma.io/ or k8s.kuma.io/ do not come to the Dataplane from the Pod or the Node, and do not stay on it, unless they are computed.",
    [.set(\.labels.reserved, .dropped)]
  )

  package static let zoneAlways = ReleaseChange(
    "zone-always", .selectable, [.from(3, 0, 0)], [18410],
    "The labels of the zone and of the environment are written over those that are there.",
    [.set(\.labels.zone, .always)]
  )

  package static let reservedLabelsRefused = ReleaseChange(
    "reserved-labels-refused", .unmapped, [.from(3, 0, 0)], [18759],
    "Dataplanes and other resources that a user writes with reserved labels which Kuma does not know are refused; those of the controller are not."
  )

  package static let ignoredStateGone = ReleaseChange(
    "ignored-state-gone", .readiness, [.from(3, 0, 0)], [18561],
    "An inbound of a Service that belongs to the Pod only since labels are left out of its selector is ready or not like any other.",
    [.set(\.inbounds.unselected, .asSelected)]
  )

  package static let ignoredLabelsWatched = ReleaseChange(
    "ignored-labels-watched", .unmapped, [.from(3, 0, 0)], [18441],
    "The controller looks at the Pods anew that belong to a Service only since labels are left out of its selector; what it makes of them is the same."
  )
}

extension ReleaseHistory {
  /// What the next release will change, as far as it was merged after 21 August 2026. These rows come after those of the development
  /// branch as it was then, and lie over them.
  static let announcedLater: [ReleaseChange] = [
    .gatewayGone, .directAccessWildcard, .proxyingFieldsGoneEverywhere, .reservedLabelsDropped, .zoneAlways,
    .reservedLabelsRefused, .ignoredStateGone, .ignoredLabelsWatched,
  ]
}
