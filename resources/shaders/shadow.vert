// A soft rectangle on the floor around the foot of each rack.
out vec2 vFromFoot; // metres outside the foot along x and z, negative within

uniform samplerBuffer uBodies;
uniform float uSoft; // metres

flat out vec2 vHalf;

void main() {
    vec3 centre = texelFetch(uBodies, gl_InstanceID * 2).xyz;
    vec3 size = texelFetch(uBodies, gl_InstanceID * 2 + 1).xyz;
    vec2 corner = vec2(gl_VertexID % 2 == 0 ? -1.0 : 1.0, gl_VertexID / 2 == 0 ? 1.0 : -1.0);
    vHalf = size.xz;
    vFromFoot = corner * (size.xz + uSoft);
    gl_Position = uViewProjection * vec4(centre.x + vFromFoot.x, 0.002, centre.z + vFromFoot.y, 1.0);
}
