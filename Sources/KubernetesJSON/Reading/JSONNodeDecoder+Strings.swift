import KubernetesObjects

extension JSONNodeDecoder: StringTellingDecoder {
  var isAtString: Bool { kind == .string }
}
