import Foundation
import KubernetesJSON
import KubernetesObjects
package import MeshMapping

extension ClusterDump {
  /// The objects of the cluster as the command reads them from a file: laid out in memory as a reader lays them out, and not as a
  /// generator does.
  package func objects() throws -> [ClusterObject] {
    let path = NSTemporaryDirectory() + "cluster-\(UUID().uuidString).json"
    defer { unsafe unlink(path) }
    try write(to: path)
    guard let file = FileHandle(forReadingAtPath: path) else { throw BenchmarkFailure("cannot read \(path)") }
    return try Self.objects { try file.read(upToCount: Self.pieceSize).flatMap { $0.isEmpty ? nil : Array($0) } }
  }

  /// The objects of a dump in memory, read in pieces as the command reads a file, on one core.
  package static func objects(in dump: [UInt8]) throws -> [ClusterObject] {
    var rest = dump[...]
    return try objects {
      defer { rest = rest.dropFirst(pieceSize) }
      return rest.isEmpty ? nil : Array(rest.prefix(pieceSize))
    }
  }

  private static let pieceSize = 1 << 18

  private static func objects(_ nextPiece: () throws -> [UInt8]?) throws -> [ClusterObject] {
    var list = ObjectList<ClusterObject>()
    var reader = ObjectReader<ClusterObject>()
    while let piece = try nextPiece() {
      reader.append(piece)
      while let event = try reader.next() { try list.apply(event) }
    }
    reader.finish()
    while let event = try reader.next() { try list.apply(event) }
    if let failure = list.failures.first { throw BenchmarkFailure("the dump is not as it should be: \(failure)") }
    return list.objects
  }
}
