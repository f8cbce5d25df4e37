import ArgumentParser
import BenchmarkKit

struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a made-up cluster as kubectl prints a cluster, the same for the same numbers."
  )

  @Option(help: "How many Pods there are.")
  var pods: Int

  @Option(help: "How many Services there are.")
  var services: Int

  @Option(help: "How many namespaces they are spread over.")
  var namespaces: Int

  @Option(help: "What the random choices start from.")
  var seed: UInt64 = 1

  @Option(help: "How the JSON is laid out: compact as the API server sends it, indented as kubectl prints it.")
  var layout = DumpLayout.compact

  @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String

  func validate() throws {
    for (name, number) in [("pods", pods), ("services", services), ("namespaces", namespaces)] where number < 1 {
      throw ValidationError("--\(name) is \(number); write a number from 1 on")
    }
  }

  func run() throws {
    let shape = ClusterShape(pods: pods, services: services, namespaces: namespaces, seed: seed)
    let size = try ClusterDump(of: ClusterGenerator(shape), layout: layout).write(to: output)
    print("\(output): \(size / 1_000_000) MB")
  }
}
