import KubernetesObjects
import MeshMapping

extension PodDifference {
  /// What changes, in the same words for every Pod that it concerns; safe to print.
  var summary: String {
    if case .reachableServicesUnread = self { return "field \(FieldPath.proxying(.reachableServices)) is removed" }
    guard case .field(let difference) = self else { return message }
    let verb = difference.old == nil ? "is added" : difference.new == nil ? "is removed" : "changes"
    let field =
      switch difference.path {
      case .inboundTag(_, let tag), .gatewayTag(let tag): "tag \(tag.printedSafely)"
      case .label(let key): "label \(key.printedSafely)"
      case .annotation(let key): "annotation \(key.printedSafely)"
      case .inbound: "an inbound"
      case .inboundName: "the name of inbounds"
      case .inboundReadiness: "the state of inbounds"
      case .inboundProtocol: "the protocol of inbounds"
      case .inboundAddress: "the address of inbounds"
      case .listener: "a listener"
      case .outbound: "an outbound"
      default: "field \(difference.path)"
      }
    return "\(field) \(verb)"
  }
}
