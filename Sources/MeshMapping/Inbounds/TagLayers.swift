import KubernetesObjects

/// What gives an inbound its tags, in layers: where two have a tag of the same key, the upper layer's holds (TAG-8, TAG-10).
///
/// This is the plain way to put tags together; ``CommonTags`` does the same for the inbounds of a Pod with what was put together
/// before.
struct TagLayers {
  /// The Pod's labels, below all others.
  let labels: Tags
  /// The names of the service and of the Kubernetes objects, and the zone.
  let names: [KumaTag]
  /// The protocol and the instance.
  let additions: [KumaTag]
  /// The labels of the Pod's Node.
  let node: [KumaTag]

  /// The tags of an inbound of a Service: the Node's lie over the names, but under the protocol and the instance.
  var throughService: Tags {
    labels.overlaid(with: names).overlaid(with: node).overlaid(with: additions)
  }

  /// The tags of a Pod without a Service: the Node's lie over everything.
  var withoutService: Tags {
    labels.overlaid(with: names).overlaid(with: additions).overlaid(with: node)
  }
}
