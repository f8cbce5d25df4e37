/// The rules of zone ingresses and egresses.
package struct ZoneProxyRules: Sendable, Hashable {
  /// Whether a zone ingress has the port of Envoy's administration (ZONE-1).
  package var ingressAdminPort: Reading
  /// What a zone ingress is made from (ZONE-2).
  package var ingressBase: Base
  /// Whether inbounds of one port count as one (ZONE-4).
  package var inbounds: Inbounds

  /// What a zone ingress is made from.
  package enum Base: Sendable, Hashable {
    /// From the one that exists, so that what is not found now stays.
    case existing
    /// From nothing.
    case nothing
  }

  /// Whether inbounds of one port count as one.
  package enum Inbounds: Sendable, Hashable {
    case each
    case byPort
  }
}
