import KubernetesJSON
import KubernetesObjects
import MeshDiagnostics
import MeshMapping

/// A number of the input that somebody may make large, and what is done with such an input.
package struct HostileDimension: Sendable {
  /// What there are many of.
  let name: String
  /// The number that is tried first.
  let start: Int
  /// The largest number of those that may be the first of the doublings.
  let most: Int
  /// How many seconds the smallest number that is measured has to take.
  let floor: Double
  /// How many seconds the largest number may take, however the time grows.
  let negligible: Double
  /// Makes an input of a number, and gives what is measured.
  let prepare: @Sendable (Int) throws -> () -> Void

  /// A dimension.
  init(
    _ name: String,
    from start: Int = 64,
    upTo most: Int = 1 << 10,
    floor: Double = 0.002,
    negligible: Double = 0.02,
    _ prepare: @escaping @Sendable (Int) throws -> () -> Void
  ) {
    self.name = name
    self.start = start
    self.most = most
    self.floor = floor
    self.negligible = negligible
    self.prepare = prepare
  }

  /// A dimension of the text of a document that is read.
  ///
  /// - Parameters:
  ///   - name: What there are many of.
  ///   - least: How many bytes the smallest document that is measured has to have.
  ///   - text: The document for a number.
  ///   - read: Reads it.
  static func reading(
    _ name: String,
    atLeast least: Int,
    _ text: @escaping @Sendable (Int) -> String,
    with read: @escaping @Sendable ([UInt8]) -> Void
  ) -> HostileDimension {
    var start = 64
    while start < 1 << 24, text(start).utf8.count < least { start *= 2 }
    // Megabytes in half a second are not slow: there the pages of the memory count that nobody used before.
    return HostileDimension(name, from: start, upTo: max(start, 1 << 16), floor: 0.01, negligible: 0.5) { count in
      let bytes = Array(text(count).utf8)
      return { read(bytes) }
    }
  }

  /// A dimension of objects, of which a cluster is built and asked for every answer.
  ///
  /// - Parameters:
  ///   - name: What there are many of.
  ///   - controlPlane: What answers.
  ///   - negligible: How many seconds the largest number may take, however the time grows.
  ///   - objects: The objects for a number, as JSON.
  static func cluster(
    _ name: String,
    under controlPlane: ControlPlane = controlPlane,
    negligible: Double = 0.02,
    _ objects: @escaping @Sendable (Int) -> [String]
  ) -> HostileDimension {
    HostileDimension(name, from: 8, negligible: negligible) { count in
      let objects = try Self.objects(objects(count))
      return { keep(Self.answers(objects, under: controlPlane)) }
    }
  }

  /// The objects of documents.
  static func objects(_ documents: [String]) throws -> [ClusterObject] {
    let list = "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[\(documents.joined(separator: ","))]}"
    let read = try JSONReader.decode(ObjectList<ClusterObject>.self, from: Array(list.utf8))
    guard let failure = read.failures.first else { return read.objects }
    throw BenchmarkFailure("a made-up object cannot be read: \(failure.problem)")
  }

  /// The control plane of all dimensions: one that does much.
  static let controlPlane = ControlPlane(release: .newest, zone: "east")
  /// One that looks services up by their names, as releases did up to 2.9.
  static let namingControlPlane = ControlPlane(release: KumaRelease(knownAs: "2.9.4") ?? .newest, zone: "east")

  /// Everything that a cluster is asked, in the forms in which it is given to others.
  private static func answers(_ objects: [ClusterObject], under controlPlane: ControlPlane) -> Int {
    let cluster = Cluster(objects, under: controlPlane)
    let reports = cluster.previews() + cluster.reconciliations()
    let diagnostics = Diagnostics(of: cluster)
    var size = 0
    for report in reports { size += JSONWriter.bytes(of: report, layout: .compact).count }
    // What several Pods share is judged once, as whoever asks about many of them has it.
    size += diagnostics.findings(on: reports).reduce(0) { $0 + $1.count } + diagnostics.findings().count
    if let report = reports.first { size += JSONWriter.bytes(of: cluster.explanation(of: report), layout: .compact).count }
    return size + cluster.plan().count + cluster.verification().problems.count
  }

  /// Does once what is measured of a number.
  package static func run(_ name: String, _ count: Int) throws {
    guard let dimension = all.first(where: { $0.name == name }) else {
      throw BenchmarkFailure("there is no such dimension; there are:\n\(list.map(\.name).joined(separator: "\n"))")
    }
    measured(try dimension.prepare(count))
  }

  /// The names of all dimensions, each with a number from which on its growth shows.
  package static var list: [(name: String, first: Int)] { all.map { ($0.name, max($0.start, 64)) } }

  /// All dimensions.
  static let all = reading + pods + services + clusters + events + advice + upgrades
}

/// What is measured, and nothing else: the function that profilers are told to count in.
@inline(never)
func measured(_ body: () -> Void) { body() }
