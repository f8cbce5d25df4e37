// What the annotation kuma.io/direct-access-services means, as documented and in a release.
import KubernetesObjects
import MeshMapping

func pod(_ services: String) -> Pod {
  Pod(
    metadata: ObjectMeta(
      name: "prometheus",
      namespace: "monitoring",
      annotations: ["kuma.io/direct-access-services": services, "kuma.io/transparent-proxying": "enabled"]
    )
  )
}

func show(_ services: String, under kuma: ControlPlane) throws {
  print("  \"\(services)\"")
  switch try kuma.directAccess(of: pod(services)) {
  case .none: print("    no service")
  case .everyService: print("    every service of the mesh")
  case .services(let names):
    for name in names.map(\.string) {
      do throws(ServiceNameError) {
        let service = try ServiceName(parsing: name)
        print("    \(service.name) in \(service.namespace), port \(service.port.map { "\($0)" } ?? "none")")
      } catch {
        print("    \(name.quotedSafely) matches nothing: \(error)")
      }
    }
  }
}

let lists = ["backend_example_svc_1234,backend_example_svc_1235", "backend_demo_svc_80, web_demo_svc", "*", ", ,"]

print("As documented:")
let documented = ControlPlane(rules: .documented)
for list in lists { try show(list, under: documented) }

print("In Kuma 2.9.4:")
let release = ControlPlane(release: try KumaRelease(parsing: "2.9.4"))
for list in lists { try show(list, under: release) }
