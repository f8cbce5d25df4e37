import Foundation
import KubernetesJSON
import KubernetesObjects
import KubernetesYAML
import MeshMapping
import Testing

/// The clusters that come with the project.
enum SampleClusters {
  /// The objects of each folder of sample clusters, as far as they can be read.
  static func objects() throws -> [[ClusterObject]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Examples/Clusters")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)).compactMap {
      $0 as? URL
    }
    let read = Dictionary(grouping: files.filter { ["yaml", "json"].contains($0.pathExtension) }) {
      $0.deletingLastPathComponent()
    }
    return try read.sorted { $0.key.path < $1.key.path }.map { _, files in
      try files.flatMap { file -> [ClusterObject] in
        let bytes = Array(try Data(contentsOf: file))
        guard let documents = try? YAMLDocument.documents(in: bytes) else { return [] }
        return try documents.filter { !$0.isEmpty }.flatMap { document in
          try JSONReader.decode(ObjectList<ClusterObject>.self, from: document.jsonWithSources().bytes).objects
        }
      }
    }
  }
}
