# The best for each number of new sites. Data: what ("best", "official lists"), new sites, value, low, high.
# Numbers: people to a unit.
set grid ytics
set key bottom right
set xrange [0:*]
plot 'data.tsv' using (text(1) eq 'best' && $4 != $5 ? $2 : NaN):($3 / P[1]):($4 / P[1]):($5 / P[1]) \
    with yerrorbars pointtype 0 linewidth 3 linecolor rgb '#a9c6e3' \
    title 'not proven: as far as the bound', \
     'data.tsv' using (text(1) eq 'best' ? $2 : NaN):($3 / P[1]) \
         with linespoints pointtype 7 pointsize 0.5 linewidth 1.5 linecolor rgb best \
         title 'the best sites', \
     'data.tsv' using (text(1) eq 'best' ? NaN : $2):($3 / P[1]):($4 / P[1]):($5 / P[1]) \
         with yerrorbars pointtype 7 pointsize 1 linewidth 2 linecolor rgb official \
         title 'lists by the official rule, 90% of them'
