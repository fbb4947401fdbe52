# Sites in the order in which they would open, a line each. Data: step, id, name, value, best of this size.
# Numbers: people to a unit.
set offsets graph 0.03, graph 0.03, 0, 0
set tmargin at screen 1 - room_above - 1.8 * letters / height
set key at screen 0.62, screen 1 - room_above center top vertical maxrows 1
plot 'data.tsv' using ($5 / P[1]):0:ytic(sprintf('%d  %s', $1, name(text(3)))) \
    with points pointtype 6 pointsize 1.7 linewidth 1.5 linecolor rgb official \
    title 'best of as many sites', \
     'data.tsv' using ($4 / P[1]):0 with linespoints pointtype 7 pointsize 0.7 linewidth 1.5 \
         linecolor rgb best title 'in this order'
