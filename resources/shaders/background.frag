in vec3 vColour;
out vec4 colour;

void main() {
    colour = vec4(vColour + dither(gl_FragCoord.xy), 1.0);
}
