/// The rules of the outbounds of a Dataplane.
package struct OutboundRules: Sendable, Hashable {
  /// Whether there are any (TP-7).
  package var writing: Writing
  /// Whether there is one for each virtual IP, too (OUT-4).
  package var virtualIPs: Presence
  /// Whether ignored inbounds count (OUT-1).
  package var ignoredInbounds: IgnoredInbounds
  /// What becomes of Services that are aliases of a name outside the cluster (OUT-1).
  package var externalName: ExternalName

  /// Whether there are outbounds in Dataplanes.
  package enum Writing: Sendable, Hashable {
    /// There are.
    case always
    /// There are, where the control plane is not set otherwise.
    case byDefault
    /// There are where the control plane is set so.
    case whereSet
    /// There are none.
    case never
  }

  /// Whether ignored inbounds count among those of a service.
  package enum IgnoredInbounds: Sendable, Hashable {
    case counted
    case leftOut
  }

  /// What becomes of Services that are aliases of a name outside the cluster.
  package enum ExternalName: Sendable, Hashable {
    /// They are Services as any other.
    case counted
    case leftOut
  }
}

extension ControlPlane {
  /// Whether the outbounds of a mesh are written into its Dataplanes (TP-7).
  package var writesOutbounds: Bool {
    switch rules.outbounds.writing {
    case .always: true
    case .byDefault: settings.outbounds != .virtualIPs
    case .whereSet: settings.outbounds == .dataplanes
    case .never: false
    }
  }
}
