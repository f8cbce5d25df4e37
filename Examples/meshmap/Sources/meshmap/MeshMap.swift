import ArgumentParser
import MeshMapping

/// The command `meshmap`: what Kuma does with the Pods of some objects, without a cluster.
@main
struct MeshMap: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meshmap",
    abstract: "Tells what Kuma, a service mesh, does with your Pods on Kubernetes, without a cluster.",
    discussion: """
      Reads Namespaces, Pods, Services and what belongs to them from files, directories or standard input, JSON or YAML:

        kubectl get namespaces,pods,services,replicasets,jobs,nodes,endpointslices -A -o json | meshmap preview -

      Exit status:
        0   done
        1   what was looked for was found
        2   the input could not be used
        64  wrong usage
        74  the output could not be written
      """,
    version: "meshmap 1.0.0, for Kuma 1.2.0 to \(KumaRelease.newest)",
    subcommands: [Preview.self, Explain.self, Reconcile.self, Compare.self, Verify.self]
  )
}
