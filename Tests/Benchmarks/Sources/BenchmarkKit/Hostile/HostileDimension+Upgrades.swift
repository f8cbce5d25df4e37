import KubernetesObjects
import MeshDiagnostics
import MeshMapping

extension HostileDimension {
  /// Trouble in one namespace: what an upgrade does to each of many there is another thing, so that none stands for others.
  static let upgrades: [HostileDimension] = [
    upgrade("Deployments that list one service each for direct access, and the way to 3.0", from: "2.14.3", to: "3.0.0") {
      count in
      [namespace]
        + (0..<count).flatMap { number in
          let annotation = "\"kuma.io/direct-access-services\":\"s\((number + 1) % count)_shop_svc_80\""
          return [deployment(number, annotations: annotation), service(of: number)]
        }
    },
    upgrade("Deployments with reachable services of their own, and the way to 3.0", from: "2.14.3", to: "3.0.0") { count in
      [namespace]
        + (0..<count).map { number in
          deployment(number, annotations: #""kuma.io/transparent-proxying-reachable-services":"s\#(number)""#)
        }
    },
    upgrade("Pods that lose their sidecar, each with a label of its own", from: "2.10.11", to: "2.11.18") { count in
      [#"{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"shop"}}"#]
        + (0..<count).map { number in
          pod("web-\(number)", labels: #""kuma.io/sidecar-injection":"enabled","version":"v\#(number)""#)
        }
    },
    upgrade("Deployments that policies select, one each, and the way to 3.0", from: "2.14.3", to: "3.0.0") { count in
      [namespace]
        + (0..<count).flatMap { number in
          [deployment(number), service(of: number), policy(number)]
        }
    },
  ]

  /// The way up, with what is to be done.
  private static func upgrade(
    _ name: String, from old: String, to new: String, _ objects: @escaping @Sendable (Int) -> [String]
  ) -> HostileDimension {
    HostileDimension(name, from: 8) { count in
      guard let old = KumaRelease(knownAs: old), let new = KumaRelease(knownAs: new) else {
        throw BenchmarkFailure("\(name): a release is not known")
      }
      let objects = try Self.objects(objects(count))
      return {
        let path = UpgradePath(of: Cluster(objects, under: controlPlane), from: old, to: new)
        keep(path.steps.flatMap(\.lasting).count)
        keep(path.steps.flatMap(\.notes).count)
      }
    }
  }

  private static func service(of number: Int) -> String {
    service("s\(number)", selector: "\"app\":\"a\(number)\"", ports: #"{"port":80,"targetPort":8080}"#)
  }

  /// A policy that selects the service of a Deployment, by the tag that is gone in 3.0.
  private static func policy(_ number: Int) -> String {
    #"{"apiVersion":"kuma.io/v1alpha1","kind":"MeshTimeout","metadata":{"name":"t\#(number)","namespace":"kuma-system"},"spec":"#
      + #"{"targetRef":{"kind":"MeshService","name":"s\#(number)_shop_svc_80"},"to":[]}}"#
  }
}
