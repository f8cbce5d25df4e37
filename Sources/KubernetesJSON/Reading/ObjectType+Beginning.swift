import KubernetesObjects

extension ObjectType {
  /// The type that an object names as far as it is read.
  init(ofBeginning bytes: [UInt8]) throws {
    self = try JSONReader.decode(ObjectType.self, from: bytes + [UInt8(ascii: "}")])
  }
}
