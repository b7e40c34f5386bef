out vec3 vWorld;

uniform float uReach; // metres from the racks to the end of the floor
uniform vec2 uRacks;

void main() {
    vec2 corner = vec2(gl_VertexID % 2 == 0 ? -1.0 : 1.0, gl_VertexID / 2 == 0 ? 1.0 : -1.0);
    vWorld = vec3(corner.x * (uReach + uRacks.x), 0.0, corner.y * (uReach + uRacks.y));
    gl_Position = uViewProjection * vec4(vWorld, 1.0);
}
