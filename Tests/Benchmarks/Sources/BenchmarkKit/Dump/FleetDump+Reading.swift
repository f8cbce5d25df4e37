import Foundation
import KubernetesObjects
package import MeshMapping
import ObjectReading

extension ClusterDump {
  /// The objects of the cluster as the command reads them from a file: laid out in memory as a reader lays them out, and not as a
  /// generator does.
  package func objects() throws -> [ClusterObject] {
    let path = NSTemporaryDirectory() + "cluster-\(UUID().uuidString).json"
    defer { unlink(path) }
    try write(to: path)
    guard let file = FileHandle(forReadingAtPath: path) else { throw BenchmarkFailure("cannot read \(path)") }
    return try Self.objects(on: .one) { try file.read(upToCount: Self.pieceSize).flatMap { $0.isEmpty ? nil : Array($0) } }
  }

  /// The objects of a dump in memory, read in pieces as the command reads a file.
  static func objects(in dump: [UInt8], on cores: CoreUse) throws -> [ClusterObject] {
    var rest = dump[...]
    return try objects(on: cores) {
      defer { rest = rest.dropFirst(pieceSize) }
      return rest.isEmpty ? nil : Array(rest.prefix(pieceSize))
    }
  }

  private static let pieceSize = 1 << 18

  private static func objects(
    on cores: CoreUse,
    _ nextPiece: @escaping () throws -> [UInt8]?
  ) throws -> [ClusterObject] {
    var list = ObjectList<ClusterObject>()
    let add = { (event: ObjectReader<ClusterObject>.Event) in
      if case .object(let object) = event { list.add(object) }
    }
    try ObjectReader<ClusterObject>.read(nextPiece, on: cores, handOut: add)
    if let failure = list.failures.first { throw BenchmarkFailure("the dump is not as it should be: \(failure)") }
    return list.objects
  }
}
